// The incident in small: a closed-source tool is packed with its source map, and packgate stops it.
// Needs Node and this repository, nothing installed. Run it with `npm run demo`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const STYLES = { bold: 1, dim: 2, red: 31, green: 32 };
const colour = process.stdout.isTTY && !process.env.NO_COLOR;
const paint = (style, text) => (colour ? `\x1b[${STYLES[style]}m${text}\x1b[0m` : text);

// What the company wrote and meant to keep.
const sources = {
  '../src/entrypoints/cli.ts': `#!/usr/bin/env node
import { negotiate } from '../pricing/negotiate.ts';
import { readLedger } from '../ledger/readLedger.ts';

const [account, seats] = process.argv.slice(2);
const offer = negotiate(readLedger(account), Number(seats));
console.log(\`\${offer.plan}: \${offer.price} a month\`);
`,
  '../src/pricing/negotiate.ts': `import type { Ledger } from '../ledger/readLedger.ts';
import { FLOOR, unreleasedPlans } from './plans.ts';

/** Never show anybody: we go down to 40% for accounts that are about to leave. */
export function negotiate(ledger: Ledger, seats: number) {
  const plan = seats > 250 ? unreleasedPlans.titan : unreleasedPlans.comet;
  const discount = ledger.churnRisk > 0.7 ? FLOOR : 1 - Math.min(0.3, seats / 2000);
  return { plan: plan.name, price: Math.round(plan.perSeat * seats * discount) };
}
`,
  '../src/pricing/plans.ts': `// Names are secret until the launch in autumn.
export const FLOOR = 0.4;
export const unreleasedPlans = {
  comet: { name: 'Comet', perSeat: 19 },
  titan: { name: 'Titan', perSeat: 31 },
};
`,
  '../src/ledger/readLedger.ts': `export interface Ledger {
  readonly account: string;
  readonly churnRisk: number;
}

/** The risk model: long names leave sooner. (Do not ask.) */
export function readLedger(account: string): Ledger {
  return { account, churnRisk: (account.length % 10) / 10 };
}
`,
};

// What they meant to publish: the same program after the minifier.
const bundle = `#!/usr/bin/env node
var o=.4,r={comet:{name:"Comet",perSeat:19},titan:{name:"Titan",perSeat:31}};function n(e,t){let s=t>250?r.titan:r.comet,c=e.churnRisk>.7?o:1-Math.min(.3,t/2e3);return{plan:s.name,price:Math.round(s.perSeat*t*c)}}function i(e){return{account:e,churnRisk:e.length%10/10}}var[a,m]=process.argv.slice(2),p=n(i(a),Number(m));console.log(\`\${p.plan}: \${p.price} a month\`);
`;
const map = {
  version: 3,
  sources: Object.keys(sources),
  sourcesContent: Object.values(sources),
  mappings: ';AAAA,MCAA,MCAA,MCAA',
  names: [],
};
const manifest = { name: '@acme/quote', version: '1.4.0', type: 'module', bin: { quote: 'cli.js' } };

const leaky = {
  'package.json': `${JSON.stringify(manifest, null, 2)}\n`,
  'README.md': '# quote\n\nQuotes a price.\n',
  'cli.js': `${bundle}//# sourceMappingURL=cli.js.map\n`,
  'cli.js.map': JSON.stringify(map),
};
const fixed = { ...leaky, 'cli.js': bundle };
delete fixed['cli.js.map'];

/** The bytes that `npm pack` would send: a gzipped ustar archive with everything under `package/`. */
function pack(files) {
  const blocks = [];
  for (const [path, text] of Object.entries(files)) {
    const body = Buffer.from(text);
    const header = Buffer.alloc(512);
    header.write(`package/${path}`, 0);
    const number = (value, at, digits) => header.write(value.toString(8).padStart(digits, '0'), at);
    number(0o644, 100, 7);
    number(body.length, 124, 11);
    header.write('        0', 148);
    header.write('ustar\x0000', 257);
    number(
      header.reduce((total, byte) => total + byte, 0),
      148,
      6,
    );
    header[154] = 0;
    blocks.push(header, body, Buffer.alloc((512 - (body.length % 512)) % 512));
  }
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}

const TARBALL = 'acme-quote-1.4.0.tgz';
const COMMAND = ['check', `./${TARBALL}`];

/** Runs the gate as a release would; its exit status is what the release obeys. */
function check(files, stdio) {
  const folder = mkdtempSync(join(tmpdir(), 'packgate-demo-'));
  try {
    writeFileSync(join(folder, TARBALL), pack(files));
    return spawnSync(process.execPath, [cli, ...COMMAND], { cwd: folder, stdio }).status;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

console.log(`
${paint('bold', 'A small closed-source tool is about to be published:')}

${Object.entries(leaky)
  .map(([path, text]) => `    ${path.padEnd(14)} ${String(Buffer.byteLength(text)).padStart(6)} bytes`)
  .join('\n')}

${paint('dim', '$')} packgate ${COMMAND.join(' ')}
`);
const stopped = check(leaky, 'inherit');
const passed = check(fixed, 'ignore');

if (stopped === 1 && passed === 0) {
  console.log(`
${paint('green', '✔')} The gate stopped the release (exit status 1): cli.js.map holds ${Object.keys(sources).length} original files, secrets and jokes included.
${paint('green', '✔')} Leave the map out, pack again, and it lets the release through (exit status 0); that was just tried, too.
${paint('green', '✔')} For your own package: ${paint('bold', 'node dist/cli.js check <folder>')} here, and add the Action to your release workflow.
`);
} else {
  console.error(`
${paint('red', '✘')} The gate did not do what it promises: exit status ${stopped} with the map (should be 1), ${passed} without (should be 0).
`);
  process.exitCode = 1;
}
