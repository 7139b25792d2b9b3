// Writes docs/limits.md from src/archive/limits.ts. With --check it writes nothing and fails where the page differs.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { tsImport } from 'tsx/esm/api';

const PAGE = 'docs/limits.md';
const SOURCE = 'src/archive/limits.ts';

const HEAD = `# Limits

A package is somebody else's input, so everything that packgate does with it has an end. Nothing is left out in silence: reaching a limit is a
finding, or the run ends with exit status 2 and claims nothing.

Made from \`${SOURCE}\` by \`.ci/limits-docs.mjs\`.

## In the config

These hold for the whole run: all targets, and archives inside archives. They stand under \`limits\` at the top level of the config.

\`\`\`yaml
limits:
  entries: 3000000
  readSize: 64GiB
  packWait: 1h
\`\`\`

`;

const MIDDLE = `
Sizes are bytes, or a number with \`kB\`, \`MB\`, \`GB\`, \`KiB\`, \`MiB\` or \`GiB\`; times have \`s\`, \`min\` or \`h\`. Two more are about one package, may stand in its
section under \`packages\` too, and are not set by default: \`unpackedSize\` (all its files together: \`200MB\`; beyond it is an \`archive/limit\` finding) and \`growth\`
(against the last published version: \`50%\`).

## Not in the config

These follow from the formats, or keep memory bounded. What goes beyond one is refused (exit status 2), or told by a finding; an archive inside the package is told as
not looked into.

`;

/** The page as the code wants it. */
export async function limitsPage() {
  const { SETTINGS } = await tsImport('../src/archive/limits.ts', import.meta.url);
  const settable = Object.entries(SETTINGS).map(
    ([name, { value, unit, says, reached }]) =>
      `| \`${name}\` | ${amount(value, unit)} | ${says} | ${reached} |`,
  );
  const source = readFileSync(SOURCE, 'utf8');
  const block = source.slice(source.indexOf('export const LIMITS'));
  const fixed = [...block.matchAll(/\/\*\* ([^*]+?) \*\/\s+(\w+): ([^,]+),/g)].map(
    ([, says, name, value]) => `| \`${name}\` | ${fixedAmount(name, value)} | ${says} |`,
  );
  return [
    HEAD,
    '| limit | default | says | reaching it is |\n| --- | --- | --- | --- |\n',
    settable.join('\n'),
    '\n',
    MIDDLE,
    '| limit | value | says |\n| --- | --- | --- |\n',
    fixed.join('\n'),
    '\n',
  ].join('');
}

/** As one would write it into a config. */
function amount(value, unit) {
  if (unit === 'bytes') return bytes(value);
  if (unit === 'seconds') return value % 60 === 0 ? `${value / 60}min` : `${value}s`;
  return String(value);
}

/** Numbers written as a power of two are bytes, or characters that count like them. */
function fixedAmount(name, text) {
  const value = text.split(' * ').reduce((product, factor) => {
    const [base, exponent = '1'] = factor
      .replaceAll('_', '')
      .split('**')
      .map((part) => part.trim());
    return product * Number(base) ** Number(exponent);
  }, 1);
  if (!Number.isFinite(value)) throw new Error(`${name} is ${text}, which this script cannot read`);
  return text.includes('**') ? bytes(value) : String(value);
}

function bytes(value) {
  const units = ['B', 'KiB', 'MiB', 'GiB'];
  let at = 0;
  let left = value;
  for (; left >= 1024 && left % 1024 === 0 && at < units.length - 1; at++) left /= 1024;
  return `${left}${units[at]}`;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const fresh = await limitsPage();
  if (process.argv.includes('--check')) {
    if (readFileSync(PAGE, 'utf8') !== fresh) {
      console.error(`${PAGE} does not tell the limits; run: node .ci/limits-docs.mjs`);
      process.exit(1);
    }
  } else writeFileSync(PAGE, fresh);
}
