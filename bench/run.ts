// What a check costs, as a multiple of what anybody must pay to open a tarball and name it: `gzip -dc FILE | sha512sum`.
//   npm run bench                      every workload, start-up and slope
//   npm run bench -- <word> ...        the workloads whose name holds one of the words
//   npm run bench -- growth <word> ... how cost grows: files, bytes, packages, patterns, waivers
//   npm run bench -- [growth] --write  as well into docs/performance.md, between the marks there
//   npm run bench -- --pairs 3         fewer runs of each
import assert from 'node:assert/strict';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { basename, dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { CLI, type VerdictJson } from '../__tests__/tools/check.ts';
import { growth } from './growth.ts';
import { type Ended, measure, peakMemory } from './measure.ts';
import { FOLDER, type Workload, workloads } from './workload.ts';

const DOCUMENT = 'docs/performance.md';
const { values: options, positionals: words } = parseArgs({
  options: { write: { type: 'boolean' }, pairs: { type: 'string', default: '7' } },
  allowPositionals: true,
});
const PAIRS = Number(options.pairs);
const growing = words[0] === 'growth';
const lines: string[] = [];

function print(line: string): void {
  lines.push(line);
  console.log(line);
}

function row(...cells: readonly string[]): void {
  print(`| ${cells.join(' | ')} |`);
}

const sorted = (values: readonly number[]) => values.toSorted((left, right) => left - right);
const median = (values: readonly number[]) => sorted(values)[values.length >> 1]!;

/** `0.52 (0.50-0.55)`: the median, and between which two all lie. */
function spread(values: readonly number[], digits = 2): string {
  const all = sorted(values);
  return `${median(all).toFixed(digits)} (${all[0]!.toFixed(digits)}-${all.at(-1)!.toFixed(digits)})`;
}

/** A fast wrong answer is no figure. */
function confirm(workload: Workload, { status, stdout }: Ended): void {
  const { package: summary, exposure } = JSON.parse(stdout) as VerdictJson;
  const { sources, firstParty, lines, bytes } = exposure;
  assert.deepEqual(
    { status, fileCount: summary.fileCount, exposure: { sources, firstParty, lines, bytes } },
    { status: workload.status, fileCount: workload.fileCount, exposure: workload.exposure },
  );
}

/** Median CPU in ms of one workload's checks, by its name. */
const costs = new Map<string, { readonly cpu: number; readonly ratio: number; readonly bytes: number }>();

async function compare(workload: Workload): Promise<void> {
  const { name, tarball } = workload;
  // From the tarball's own folder: packgate's own config is not to be read.
  const folder = dirname(tarball);
  const check = `cd '${folder}' && '${process.execPath}' '${CLI}' check './${basename(tarball)}' --format json`;
  const cpu: number[] = [];
  const wall: number[] = [];
  const own: number[] = [];
  for (let pair = 0; pair < PAIRS; pair++) {
    const reference = measure(workload.reference);
    const checked = measure(check);
    confirm(workload, checked);
    own.push(checked.cpu);
    cpu.push(checked.cpu / reference.cpu);
    wall.push(checked.wall / reference.wall);
  }
  const memory = await peakMemory([CLI, 'check', `./${basename(tarball)}`, '--format', 'json'], folder);
  costs.set(name, { cpu: median(own), ratio: median(cpu), bytes: statSync(tarball).size });
  row(name, median(own).toFixed(0), spread(cpu), spread(wall), memory.toFixed(0));
}

function startUp(): void {
  const bare: number[] = [];
  const ours: number[] = [];
  for (let pair = 0; pair < 3 * PAIRS; pair++) {
    bare.push(measure(`'${process.execPath}' -e 0`).cpu);
    ours.push(measure(`'${process.execPath}' '${CLI}' --version`).cpu);
  }
  print('');
  print(
    `Start-up, CPU ms: ${spread(ours, 0)} for \`packgate --version\`, ${spread(bare, 0)} for \`node -e 0\`.`,
  );
}

/** What the goals are about, as far as the workloads were measured. */
function sums(): void {
  const large = [...costs].filter(([name]) => !name.includes('node -e 0') && !name.startsWith('maps'));
  if (large.length > 1) {
    const mean = Math.exp(large.reduce((sum, [, { ratio }]) => sum + Math.log(ratio), 0) / large.length);
    const worst = Math.max(...large.map(([, { ratio }]) => ratio));
    print('');
    print(`Large tarballs, CPU / reference: geometric mean ${mean.toFixed(2)}, worst ${worst.toFixed(2)}.`);
  }
  const [one, many] = [costs.get('linked map, 73 MB'), costs.get('1 GB, 28 big files')];
  if (one === undefined || many === undefined) return;
  const slope = many.cpu / many.bytes / (one.cpu / one.bytes);
  print('');
  print(`Slope: a byte of 1 GB costs ${slope.toFixed(2)} times what a byte of 73 MB does.`);
}

/** Ratios of CPU time bear neighbours for a while; a machine with more to do than cores bears nothing. */
function busy(): string {
  const load = loadavg()[0]!;
  const { cpu, wall } = measure(`'${process.execPath}' -e 'for (let i = 0; i < 4e8; i++);'`);
  const kept = wall / cpu;
  return kept > 1.3 || load > cpus().length
    ? `**Too busy to say anything:** load ${load.toFixed(1)}, a busy loop waited ${((kept - 1) * 100).toFixed(0)} % of its time.`
    : `Quiet: load ${load.toFixed(1)}.`;
}

function machine(): string {
  const [{ model } = { model: 'unknown' }] = cpus();
  const day = new Date().toISOString().slice(0, 10);
  return `${day}, Node ${process.versions.node}, ${cpus().length} cores (${model.trim()}), ${process.platform}.`;
}

/** Puts what was printed between the two marks of its part in the document. */
function write(part: string): void {
  const text = readFileSync(DOCUMENT, 'utf8');
  const [begin, end] = [`<!-- ${part} -->`, `<!-- end of ${part} -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  assert.ok(from >= 0 && to > from, `${DOCUMENT} has no marks for ${part}`);
  writeFileSync(
    DOCUMENT,
    `${text.slice(0, from + begin.length)}\n\n${lines.join('\n')}\n\n${text.slice(to)}`,
  );
}

print(`${machine()} ${busy()}`);
print('');
if (growing) {
  await growth({ cli: CLI, folder: FOLDER, words: words.slice(1), row });
} else {
  print(`${PAIRS} interleaved pairs: median (lowest-highest).`);
  print('');
  row('workload', 'CPU ms', 'CPU / reference', 'wall / reference', 'peak MB');
  row('---', '---', '---', '---', '---');
  for (const workload of await workloads()) {
    if (words.length === 0 || words.some((word) => workload.name.includes(word))) await compare(workload);
  }
  sums();
  print('');
  print(
    `Peak of \`node -e 0\`: ${(await peakMemory(['-e', 'setTimeout(() => {}, 50)'], '.')).toFixed(0)} MB.`,
  );
  startUp();
}
print('');
print(`Afterwards: ${busy()}`);
if (options.write) write(growing ? 'growth' : 'bench');
