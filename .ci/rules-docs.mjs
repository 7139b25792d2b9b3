// Writes docs/rules.md, and the table of rules in README.md between `<!-- rules:start -->` and `<!-- rules:end -->`, from the
// rules themselves. With --check it writes nothing and fails where they differ.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { tsImport } from 'tsx/esm/api';

const { RULES } = await tsImport('../src/rules/index.ts', import.meta.url);
const { POLICY_RULES } = await tsImport('../src/policy/rules.ts', import.meta.url);

/** What a family has in common, in reading order. */
const FAMILIES = {
  'source-map': 'Source maps give the original files back from the built ones.',
  unminified: 'Sources that can be read as they are, without any map.',
  'build-metadata':
    'What only a build needs: records of bundlers and compilers, coverage, caches, paths of the build machine.',
  secret: 'Credentials in any file. No report shows one: only its kind, its place and how long it is.',
  'cloud-reference': 'Places on networks that a file names: where somebody could look for more.',
  'sensitive-file': 'Files that nobody means to publish, known by their names and their content together.',
  'debug-info':
    'What only debuggers need: it leads from the built code back to the source, or tells its names.',
  allowlist: 'What the package holds against what you said it may hold.',
  drift:
    'What changed since the release before. Only told where you name one: `--baseline`, or `baseline` in the config.',
  archive: 'Tricks and oddities of the archive that make installers or inspectors see different files.',
  policy: 'Findings about the waivers in your own config. They cannot be waived.',
};

/** The whole of docs/rules.md. */
export function rulesPage() {
  const rules = [...RULES, ...POLICY_RULES];
  const sections = Object.entries(FAMILIES).flatMap(([family, about]) => [
    `## ${family}\n\n${about}`,
    ...rules.filter(({ id }) => familyOf(id) === family).map(section),
  ]);
  const homeless = rules.filter(({ id }) => !(familyOf(id) in FAMILIES));
  if (homeless.length > 0) throw new Error(`no family says what ${homeless[0].id} is about`);
  return `${[HEAD, ...sections].join('\n\n')}\n`;
}

const HEAD = `<!-- Made from the rules by .ci/rules-docs.mjs: change the texts there, under src/rules, and run it again. -->

# Rules

Each rule has a level for each preset: \`error\`, \`warning\`, \`note\` or \`off\`. A finding at or above \`fail-on\` (default: \`error\`) stops the
release. The preset is \`closed\` unless you say \`open\`. \`packgate explain <rule>\` prints the same texts.

Under \`rules\` in packgate.yml you set the level of one rule, or of a family with \`*\`. \`ignore\` lists files that the rule does not look at:

\`\`\`yaml
rules:
  source-map/*: error
  unminified/script: { level: warning, ignore: ["dist/bin.js"] }
\`\`\``;

function section(rule) {
  const { id, title, description, help, cwe, levels, variants = {} } = rule;
  const rows = [row('', levels), ...Object.entries(variants).map(([name, own]) => row(`, ${name}`, own))];
  return [
    `### ${id}`,
    `**${prose(title)}.** ${prose(description)}`,
    `**What to do.** ${prose(help)}`,
    ['| | `closed` | `open` |', '| --- | --- | --- |', ...rows].join('\n'),
    `Weaknesses: ${cwe.map(weakness).join(', ')}`,
    `\`\`\`yaml\nrules:\n  ${id}: ${otherLevel(levels)}\n\`\`\``,
  ].join('\n\n');
}

/** A level that the rule does not have by default: stricter for what is mild, milder for what is strict. */
function otherLevel({ closed }) {
  return { error: 'warning', warning: 'error', note: 'off', off: 'error' }[closed];
}

/** The table in README.md. */
export function rulesTable() {
  const rows = [...RULES, ...POLICY_RULES].map(({ id, title, levels, variants = {} }) => {
    const cell = (preset) =>
      [levels[preset], ...Object.entries(variants).map(([name, own]) => `${name}: ${own[preset]}`)].join(
        '; ',
      );
    return `| [\`${id}\`](docs/rules.md#${anchor(id)}) | ${prose(title)} | ${cell('closed')} | ${cell('open')} |`;
  });
  return ['| rule | finds | `closed` | `open` |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** The page with a fresh table between its markers; throws where a marker is missing. */
export function withRulesTable(markdown) {
  const start = '<!-- rules:start -->';
  const from = markdown.indexOf(start);
  const to = markdown.indexOf('<!-- rules:end -->', from);
  if (from < 0 || to < 0) throw new Error(`no ${start} and its end in the text`);
  return `${markdown.slice(0, from + start.length)}\n\n${rulesTable()}\n\n${markdown.slice(to)}`;
}

/** As GitHub makes it from a heading. */
function anchor(id) {
  return id.replaceAll('/', '');
}

function row(variant, { closed, open }) {
  return `| level${variant} | ${closed} | ${open} |`;
}

function weakness(id) {
  return `[CWE-${id}](https://cwe.mitre.org/data/definitions/${id}.html)`;
}

function familyOf(id) {
  return id.split('/', 1)[0];
}

/** Plain text with code between backticks, so that nothing else in it is taken for markup. */
function prose(text) {
  return text
    .split('`')
    .map((part, place) => (place % 2 === 1 ? `\`${part}\`` : part.replace(/[<>*_|[\]]/g, '\\$&')))
    .join('');
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const pages = { 'docs/rules.md': rulesPage, 'README.md': withRulesTable };
  for (const [file, write] of Object.entries(pages)) {
    const before = readFileSync(file, 'utf8');
    const after = write(before);
    if (after === before) continue;
    if (!process.argv.includes('--check')) writeFileSync(file, after);
    else {
      console.error(`${file} does not tell the rules as they are; run: node .ci/rules-docs.mjs`);
      process.exitCode = 1;
    }
  }
}
