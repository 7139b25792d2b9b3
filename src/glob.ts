import { count } from './figures.ts';
import { alternatives, denies, MAX_ALTERNATIVES, MAX_PATTERN } from './paths.ts';

/** minimatch gives up without a word past 200 of them, so a pattern never comes close. */
const MAX_GLOBSTARS = 16;
/** Nested ones cost more than one step a character, still no more than their number times. */
const MAX_EXTENDED = 32;

/**
 * Says in a few words what is wrong with a pattern and what to write instead; undefined where nothing is.
 *
 * minimatch takes what it cannot read literally. In a config that is nearly always a slip, and a pattern that can
 * never match would be found out on release day. The words fit behind "the pattern ... ".
 */
export function patternProblem(pattern: string): string | undefined {
  const glob = denies(pattern) ? pattern.slice(1) : pattern;
  if (glob === '') return 'is empty';
  if (pattern.length > MAX_PATTERN) return `is longer than ${count(MAX_PATTERN)} characters`;
  if (CONTROL.test(glob)) return 'holds a control character';
  if (pattern.startsWith('!!')) return 'begins with `!!`; one `!` takes paths out of the list';
  const slip = /^(?:\.?\/)+/.exec(glob)?.[0];
  if (slip)
    return `begins with \`${slip}\`, which no path in the package does; write \`${glob.slice(slip.length)}\``;
  if (glob.endsWith('/'))
    return `ends with \`/\` and so matches no file; for all files in the folder write \`${glob}**\``;
  if (/\\[A-Za-z0-9_]/.test(glob))
    return 'holds `\\`, which escapes the next character; write `/` between folders';
  if (/(?<!\\)(?:\\\\)*\\$/.test(glob)) return 'ends with `\\`, which escapes nothing there';
  // Opening braces also takes the backslash from escaped ones; what stands for them here keeps the two apart.
  const expanded = alternatives(
    glob.replace(/\\(.)/g, (escaped, char) => ('{}'.includes(char) ? '_' : escaped)),
  );
  if (expanded.length > MAX_ALTERNATIVES)
    return `stands for more than ${count(MAX_ALTERNATIVES)} patterns; use \`*\` in place of the braces`;
  for (const alternative of expanded) {
    const problem = alternativeProblem(alternative);
    if (problem) return problem;
  }
  return undefined;
}

const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

function alternativeProblem(glob: string): string | undefined {
  const segments = glob.split('/');
  if (segments.filter((segment) => segment === '**').length > MAX_GLOBSTARS) {
    return `holds more than ${count(MAX_GLOBSTARS)} \`**\``;
  }
  let extended = 0;
  for (const segment of segments) {
    if (segment === '') return 'holds an empty folder name (`//`)';
    if (segment === '.' || segment === '..') return `holds \`${segment}\`, which no path in the package does`;
    const read = readSegment(segment);
    if (typeof read === 'string') return read;
    extended += read;
  }
  return extended > MAX_EXTENDED ? `holds more than ${MAX_EXTENDED} groups like \`+(...)\`` : undefined;
}

/** The number of extended globs in one segment, or what is wrong with it. */
function readSegment(segment: string): number | string {
  let extended = 0;
  const groups: boolean[] = [];
  for (let i = 0; i < segment.length; i++) {
    const char = segment[i]!;
    if (char === '\\') i++;
    else if (char === '{' || char === '}') {
      return `holds \`${char}\` without its partner or without a \`,\` between; a literal one is written \`\\${char}\``;
    } else if (char === '[') {
      const end = classEnd(segment, i);
      if (end < 0) return 'holds `[` that is not closed before the next `/`; a literal one is written `\\[`';
      i = end;
    } else if (char === '(') {
      const isExtended = i > 0 && '!?*+@'.includes(segment[i - 1]!);
      if (isExtended) extended++;
      groups.push(isExtended);
    } else if (char === ')') groups.pop();
  }
  return groups.includes(true)
    ? 'holds a group like `+(` that is not closed before the next `/`; across folders write `{a/b,c}`'
    : extended;
}

/** As minimatch reads it: a `]` that comes first is a member. */
function classEnd(segment: string, start: number): number {
  let i = start + 1;
  if (segment[i] === '!' || segment[i] === '^') i++;
  for (let first = true; i < segment.length; i++, first = false) {
    if (segment[i] === ']' && !first) return i;
    if (segment[i] === '\\') i++;
  }
  return -1;
}
