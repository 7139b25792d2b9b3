// Writes the table of bundled packages into docs/dependencies.md between `<!-- bundled:start -->` and `<!-- bundled:end -->`, as measured
// by esbuild. With --check it writes nothing and fails where the table differs.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const PAGE = 'docs/dependencies.md';
const START = '<!-- bundled:start -->';
const END = '<!-- bundled:end -->';

/** Bytes that each package takes up in each built file, by its place in the lock file. */
export async function measure() {
  const { metafile } = await build({
    entryPoints: { cli: 'src/cli.ts', index: 'src/action.ts' },
    outdir: 'dist',
    write: false,
    metafile: true,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
  });
  const sizes = new Map();
  for (const [output, { inputs }] of Object.entries(metafile.outputs)) {
    for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
      const place = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
      if (place === undefined) continue;
      const row = sizes.get(place) ?? {};
      sizes.set(place, { ...row, [output]: (row[output] ?? 0) + bytesInOutput });
    }
  }
  return sizes;
}

/** The table: largest first. */
export async function bundledTable() {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const direct = { ...packages[''].dependencies, ...packages[''].devDependencies };
  const rows = [...(await measure())]
    .map(([place, sizes]) => ({ place, cli: sizes['dist/cli.js'] ?? 0, action: sizes['dist/index.js'] ?? 0 }))
    .sort((a, b) => b.action - a.action || (a.place < b.place ? -1 : 1))
    .map(({ place, cli, action }) => {
      const { version, license } = packages[place];
      const name = place.replace(/^.*node_modules\//, '');
      const what =
        place === 'src' ? 'packgate itself' : `\`${name}\`${name in direct ? '' : ' (through another)'}`;
      return `| ${what} | ${version} | ${license} | ${kilobytes(cli)} | ${kilobytes(action)} |`;
    });
  return [
    '| package | version | licence | in `dist/cli.js` | in `dist/index.js` |',
    '| --- | --- | --- | ---: | ---: |',
    ...rows,
  ].join('\n');
}

/** The page with a fresh table between its markers; throws where a marker is missing. */
export async function withBundledTable(markdown) {
  const from = markdown.indexOf(START);
  const to = markdown.indexOf(END, from);
  if (from < 0 || to < 0) throw new Error(`no ${START} and its end in the text`);
  return `${markdown.slice(0, from + START.length)}\n\n${await bundledTable()}\n\n${markdown.slice(to)}`;
}

/** Two figures, so that a small change of our sources, which changes what is left out, does not make the page stale. */
function kilobytes(bytes) {
  if (bytes === 0) return '';
  if (bytes < 1000) return '< 1 kB';
  return `${Number((bytes / 1000).toPrecision(2))} kB`;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const before = readFileSync(PAGE, 'utf8');
  const after = await withBundledTable(before);
  if (after !== before && process.argv.includes('--check')) {
    console.error(`${PAGE} does not tell what is bundled; run: node .ci/dependencies-docs.mjs`);
    process.exit(1);
  }
  if (after !== before) writeFileSync(PAGE, after);
}
