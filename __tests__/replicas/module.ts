import type { Random } from './random.ts';
import { capital, noun, sentence, verb } from './words.ts';

/** How an application is written; it decides how much of it survives minifying. */
export interface Manner {
  /** Remarks between statements and over functions, in percent of the places where one could stand. */
  readonly remarks: number;
  /** Functions that are mostly text: prompts, help pages, tables. In percent. */
  readonly prose: number;
  /** Functions with a sample of their input in a remark: one line of some kilobytes. In percent. */
  readonly samples: number;
}

/** One module as text, with what others can import from it. */
export interface Module {
  readonly text: string;
  readonly exported: string;
}

export interface Import {
  readonly name: string;
  readonly from: string;
}

type Local = () => string;

/** Names that are new in this module: minifiers keep scopes apart, people do not repeat themselves. */
function names(random: Random, make: (random: Random) => string, used: readonly string[] = []): Local {
  const taken = new Set(used);
  return () => {
    for (;;) {
      const name = make(random);
      const unique = taken.has(name) ? `${name}${taken.size}` : name;
      if (taken.has(unique)) continue;
      taken.add(unique);
      return unique;
    }
  };
}

function remark(random: Random, manner: Manner, indent: string): string[] {
  if (!random.chance(manner.remarks)) return [];
  const lines = [`${indent}// ${sentence(random, 10 + random.below(5))}`];
  if (random.chance(30)) lines.push(`${indent}// ${sentence(random, 8 + random.below(6))}`);
  return lines;
}

function heading(random: Random, manner: Manner, indent: string): string[] {
  if (!random.chance(manner.remarks + 20)) return [];
  const lines = Array.from({ length: 1 + random.below(4) }, () => `${indent} * ${sentence(random, 12)}`);
  return [`${indent}/**`, ...lines, `${indent} */`];
}

function sample(random: Random, manner: Manner): string[] {
  if (!random.chance(manner.samples)) return [];
  const fields = Array.from({ length: 130 }, () => `"${noun(random)}":"${sentence(random, 3)}"`);
  return [`// Seen in production: {${fields.join(',')}}`];
}

/** Statements of a body: every one uses `input` or an earlier local, so that no minifier drops any. */
function statements(
  random: Random,
  manner: Manner,
  indent: string,
  count: number,
  imported: Import[],
): string[] {
  const local = names(random, noun);
  const lines: string[] = [];
  let last = 'input';
  for (let index = 0; index < count; index++) {
    lines.push(...remark(random, manner, indent));
    const name = local();
    switch (random.below(6)) {
      case 0:
        lines.push(
          `${indent}const ${name} = ${last}.filter((entry) => entry.${noun(random)} !== undefined);`,
        );
        break;
      case 1:
        lines.push(
          `${indent}if (${last}.length > ${random.below(5000)}) {`,
          `${indent}  throw new Error(\`${sentence(random, 8)} \${${last}.length}\`);`,
          `${indent}}`,
        );
        continue;
      case 2:
        lines.push(
          `${indent}const ${name} = ${last}.map((entry) => ({`,
          `${indent}  ...entry,`,
          `${indent}  ${noun(random)}: entry.${noun(random)} ?? ${random.below(100_000)},`,
          `${indent}  ${noun(random)}: '${sentence(random, 3).toLowerCase()}',`,
          `${indent}}));`,
        );
        break;
      case 3:
        lines.push(
          `${indent}const ${name}: ${capital('record')}[] = [];`,
          `${indent}for (const entry of ${last}) {`,
          `${indent}  if (entry.${noun(random)} === '${noun(random)}') continue;`,
          `${indent}  ${name}.push({ ...entry, ${noun(random)}: ${random.below(900)} });`,
          `${indent}}`,
        );
        break;
      case 4: {
        const other = imported.length > 0 ? random.pick(imported).name : 'structuredClone';
        lines.push(`${indent}const ${name} = (await ${other}(${last})) as Record[];`);
        break;
      }
      default:
        lines.push(
          `${indent}const ${name} = [...${last}].sort(`,
          `${indent}  (left, right) => Number(left.${noun(random)}) - Number(right.${noun(random)}),`,
          `${indent});`,
        );
    }
    last = name;
  }
  lines.push(`${indent}return ${last};`);
  return lines;
}

function prose(random: Random, name: string): string[] {
  const rows = Array.from({ length: 6 + random.below(20) }, () => `  '${sentence(random, 11)}',`);
  return [`export const ${name}: readonly string[] = [`, ...rows, '];', ''];
}

function service(random: Random, manner: Manner, name: string, method: Local, imported: Import[]): string[] {
  const lines = [...heading(random, manner, ''), `export class ${name} {`];
  const fields = Array.from({ length: 2 + random.below(4) }, () => noun(random));
  for (const field of new Set(fields)) lines.push(`  readonly ${field}: string = '${sentence(random, 2)}';`);
  for (let index = 0; index < 2 + random.below(4); index++) {
    lines.push('', ...heading(random, manner, '  '));
    lines.push(`  async ${method()}(input: Record[]): Promise<Record[]> {`);
    lines.push(...statements(random, manner, '    ', 3 + random.below(6), imported), '  }');
  }
  return [...lines, '}', ''];
}

/**
 * Writes one module of about `lines` lines that registers all it holds under `path`, so that nothing of it can be
 * shaken away. `typed` is false for JavaScript.
 */
export function writeModule(
  random: Random,
  manner: Manner,
  path: string,
  lines: number,
  imported: readonly Import[],
  registry: string,
  typed: boolean,
): Module {
  const imports = [...imported];
  const fresh = names(
    random,
    verb,
    imports.map(({ name }) => name),
  );
  const first = fresh();
  const held: string[] = [];
  const body: string[] = [];
  const define = (name: string): void => {
    held.push(name);
    body.push(...heading(random, manner, ''), ...sample(random, manner));
    body.push(`export async function ${name}(input: Record[]): Promise<Record[]> {`);
    body.push(...statements(random, manner, '  ', 3 + random.below(8), imports), '}', '');
  };
  define(first);
  while (body.length < lines - imports.length - 12) {
    const name = fresh();
    if (random.chance(manner.prose)) {
      held.push(name);
      body.push(...prose(random, name));
    } else if (random.chance(45)) {
      held.push(capital(name));
      body.push(...service(random, manner, capital(name), fresh, imports));
    } else define(name);
  }
  const text = [
    ...heading(random, manner, ''),
    ...imports.map(({ name, from }) => `import { ${name} } from '${from}';`),
    `import { register } from '${registry}';`,
    '',
    ...(typed ? ['type Record = { [name: string]: string | number | undefined };', ''] : []),
    ...body,
    `register('${path}', { ${held.join(', ')} });`,
    '',
  ].join('\n');
  return { text: typed ? text : untyped(text), exported: first };
}

function untyped(text: string): string {
  return text
    .replaceAll(/: (?:Promise<Record\[\]>|Record\[\]|readonly string\[\]|string)(?= [={]|\)|;)/g, '')
    .replaceAll(' as Record[]', '')
    .replaceAll('  readonly ', '  ');
}
