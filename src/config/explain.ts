import type * as z from 'zod';
import { SETTINGS as RUN_LIMITS } from '../archive/limits.ts';
import { count } from '../figures.ts';
import { suggestion } from '../suggestion.ts';
import type { ConfigDocument, ConfigPath } from './document.ts';
import type { ConfigProblem } from './problem.ts';

const SETTINGS = ['preset', 'allow', 'rules', 'waivers', 'limits', 'baseline'];
const TOP = [...SETTINGS, 'packages', '$schema'];

/** Puts the shape checker's complaints in words, each at its place in the file. */
export function explainIssues(
  issues: readonly z.core.$ZodIssue[],
  document: ConfigDocument,
  value: unknown,
): ConfigProblem[] {
  return issues.flatMap((issue) => explainIssue(issue, issue.path, document, value));
}

function explainIssue(
  issue: z.core.$ZodIssue,
  path: ConfigPath,
  document: ConfigDocument,
  root: unknown,
): ConfigProblem[] {
  const problem = (message: string, at = path, part: 'key' | 'value' = 'value') => [
    { ...document.place(at, part), message },
  ];
  const value = valueAt(root, path);
  const name = String(path.at(-1) ?? '');
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.flatMap((key) =>
        problem(`unknown key \`${key}\`${suggestKey(key, path)}`, [...path, key], 'key'),
      );
    case 'invalid_key':
      return []; // Told by whoever knows the names of rules.
    case 'invalid_value':
      return problem(wrongWord(name, value, issue.values.map(String)));
    case 'invalid_union': {
      // The branch that the value was meant for is the one that does not complain about the value as a whole.
      const branch = issue.errors.find((errors) =>
        errors.every((error) => error.path.length > 0 || error.code === 'unrecognized_keys'),
      );
      if (branch) {
        return branch.flatMap((inner) => explainIssue(inner, [...path, ...inner.path], document, root));
      }
      const words = issue.errors
        .flat()
        .flatMap((error) => (error.code === 'invalid_value' ? error.values.map(String) : []));
      if (words.length > 0) return problem(wrongWord('level', value, words));
      return problem(wrongSize(name, value));
    }
    case 'invalid_type':
      if (value === undefined) return problem(`\`${name}\` is missing`, path.slice(0, -1));
      return problem(wrongType(path, value, issue.expected, document));
    case 'invalid_format':
      return problem(issue.message.startsWith('`') ? issue.message : wrongSize(name, value));
    case 'too_small':
    case 'too_big':
      return problem(wrongSize(name, value));
    default:
      return problem(issue.message);
  }
}

function suggestKey(key: string, path: ConfigPath): string {
  const known = knownKeys(path);
  const near = suggestion(key, known);
  if (near) return near;
  // A key that exists elsewhere is more often misplaced than misspelt.
  const inPackage = path[0] === 'packages';
  if (path.length === (inPackage ? 2 : 0) && (key === 'level' || key === 'ignore'))
    return '; it belongs to a rule under `rules`';
  if (TOP.includes(key)) return '; it belongs to the top level';
  if (inPackage && path.at(-1) === 'limits' && key in RUN_LIMITS)
    return '; it holds for the whole run and belongs to `limits` at the top level';
  return `; known here: ${known.join(', ')}`;
}

function knownKeys(path: ConfigPath): string[] {
  const [section, ...rest] = path[0] === 'packages' ? path.slice(2) : path;
  if (section === undefined) return path[0] === 'packages' ? SETTINGS : TOP;
  if (section === 'limits')
    return ['unpackedSize', 'growth', ...(path[0] === 'packages' ? [] : Object.keys(RUN_LIMITS))];
  if (section === 'waivers') return ['rule', 'path', 'sha256', 'reason', 'owner', 'expires'];
  return rest.length > 0 ? ['level', 'ignore'] : [];
}

function wrongWord(name: string, value: unknown, words: readonly string[]): string {
  const known = words.join(', ');
  if (typeof value !== 'string') return `\`${name}\` must be one of ${known}, not ${describe(value)}`;
  return `unknown ${name} \`${shorten(value)}\`${suggestion(value, words) || `; known are ${known}`}`;
}

function wrongSize(name: string, value: unknown): string {
  const form = formOf(name);
  return `\`${name}\` must be ${form}, not ${typeof value === 'string' ? `\`${shorten(value)}\`` : describe(value)}`;
}

function formOf(name: string): string {
  if (name === 'growth') return 'a percentage such as 50%';
  const limit = Object.hasOwn(RUN_LIMITS, name) ? RUN_LIMITS[name as keyof typeof RUN_LIMITS] : undefined;
  if (limit === undefined || limit.unit === 'bytes') return 'a size such as 200MB';
  if (limit.unit === 'seconds') return 'a time such as 90s or 10min';
  return 'max' in limit ? `a whole number from 1 to ${count(limit.max)}` : 'a whole number from 1';
}

const EXPECTED: Record<string, string> = {
  array: 'a list',
  object: 'a map',
  record: 'a map',
  string: 'text',
  int: 'a whole number',
};

function wrongType(path: ConfigPath, value: unknown, expected: string, document: ConfigDocument): string {
  const last = path.at(-1);
  const what =
    typeof last === 'number'
      ? `item ${last + 1} of \`${String(path.at(-2))}\``
      : last === undefined
        ? 'the config'
        : `\`${String(last)}\``;
  if (path.at(-2) === 'limits') return wrongSize(String(last), value);
  const hint = hintFor(value, expected, document.textAt(path));
  return `${what} must be ${EXPECTED[expected] ?? expected}, not ${describe(value)}${hint}`;
}

function hintFor(value: unknown, expected: string, text: string): string {
  if (expected === 'array' && typeof value === 'string')
    return `; write \`[${JSON.stringify(shorten(value))}]\``;
  if (expected !== 'string') return '';
  if (typeof value === 'number' || typeof value === 'boolean')
    return `; put it in quotes: "${shorten(text)}"`;
  if (value !== null && typeof value === 'object' && /^[[{]/.test(text)) {
    return '; a value that begins with `{` or `[` goes in quotes';
  }
  return '';
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  if (typeof value === 'string') return `the text \`${shorten(value)}\``;
  return `the ${typeof value} ${String(value)}`;
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}...` : text;
}

function valueAt(root: unknown, path: ConfigPath): unknown {
  let value = root;
  for (const step of path) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}
