// Writes the tables of inputs and outputs that action.yml declares into README.md, between `<!-- action-inputs:start -->` and
// `<!-- action-inputs:end -->`, and the same for `action-outputs`. With --check it writes nothing and fails where they differ.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';

/** The tables as Markdown, by the name of their markers: `action-inputs` and `action-outputs`. */
export function actionTables(file = 'action.yml') {
  const { inputs, outputs } = parse(readFileSync(file, 'utf8'));
  return {
    'action-inputs': table(
      ['input', 'default', 'says'],
      Object.entries(inputs).map(([name, input]) => [
        code(name),
        input.default === undefined ? '' : code(input.default),
        input.description,
      ]),
    ),
    'action-outputs': table(
      ['output', 'says'],
      Object.entries(outputs).map(([name, output]) => [code(name), output.description]),
    ),
  };
}

/** The text with fresh tables between its markers; throws where a marker is missing. */
export function withActionTables(markdown, tables = actionTables()) {
  return Object.entries(tables).reduce((text, [name, fresh]) => {
    const start = `<!-- ${name}:start -->`;
    const from = text.indexOf(start);
    const to = text.indexOf(`<!-- ${name}:end -->`, from);
    if (from < 0 || to < 0) throw new Error(`no ${start} and its end in the text`);
    return `${text.slice(0, from + start.length)}\n\n${fresh}\n\n${text.slice(to)}`;
  }, markdown);
}

function table(head, rows) {
  const line = (cells) =>
    `| ${cells.map((cell) => String(cell).trim().replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function code(text) {
  return `\`${text}\``;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const before = readFileSync('README.md', 'utf8');
  const after = withActionTables(before);
  if (after !== before && process.argv.includes('--check')) {
    console.error(
      'README.md does not tell the inputs and outputs of action.yml; run: node .ci/action-docs.mjs',
    );
    process.exit(1);
  }
  if (after !== before) writeFileSync('README.md', after);
}
