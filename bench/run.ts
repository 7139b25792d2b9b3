// What a check costs, as a multiple of what anybody must pay to open a tarball and name it: `gzip -dc FILE | sha512sum`.
// Run it with `npm run bench`, or `npm run bench -- <word> ...` for the workloads whose name holds one of the words.
import assert from 'node:assert/strict';
import { cpus } from 'node:os';
import { basename, dirname } from 'node:path';
import { CLI, type VerdictJson } from '../__tests__/tools/check.ts';
import { type Ended, measure, peakMemory } from './measure.ts';
import { type Workload, workloads } from './workload.ts';

const PAIRS = 7;
const words = process.argv.slice(2);

/** `0.52 (0.50-0.55)`: the median, and between which two all lie. */
function spread(values: readonly number[], digits = 2): string {
  const sorted = values.toSorted((left, right) => left - right);
  const [low, middle, high] = [sorted[0], sorted[sorted.length >> 1], sorted.at(-1)];
  return `${middle!.toFixed(digits)} (${low!.toFixed(digits)}-${high!.toFixed(digits)})`;
}

function row(...cells: readonly string[]): void {
  console.log(`| ${cells.join(' | ')} |`);
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

async function compare(workload: Workload): Promise<void> {
  const { name, tarball } = workload;
  // From the tarball's own folder: packgate's own config is not to be read.
  const folder = dirname(tarball);
  const check = `cd '${folder}' && '${process.execPath}' '${CLI}' check './${basename(tarball)}' --format json`;
  const cpu: number[] = [];
  const wall: number[] = [];
  for (let pair = 0; pair < PAIRS; pair++) {
    const reference = measure(workload.reference);
    const checked = measure(check);
    confirm(workload, checked);
    cpu.push(checked.cpu / reference.cpu);
    wall.push(checked.wall / reference.wall);
  }
  const memory = await peakMemory([CLI, 'check', `./${basename(tarball)}`, '--format', 'json'], folder);
  row(name, spread(cpu), spread(wall), memory.toFixed(0));
}

function startUp(): void {
  const bare: number[] = [];
  const ours: number[] = [];
  for (let pair = 0; pair < 3 * PAIRS; pair++) {
    bare.push(measure(`'${process.execPath}' -e 0`).cpu);
    ours.push(measure(`'${process.execPath}' '${CLI}' --version`).cpu);
  }
  console.log(
    `\nStart-up, CPU ms: ${spread(ours, 0)} for \`--version\`, ${spread(bare, 0)} for \`node -e 0\`.`,
  );
}

console.log(
  `Node ${process.versions.node}, ${cpus().length} cores, ${PAIRS} interleaved pairs: median (lowest-highest)\n`,
);
row('workload', 'CPU / reference', 'wall / reference', 'peak MB');
row('---', '---', '---', '---');
for (const workload of await workloads()) {
  if (words.length === 0 || words.some((word) => workload.name.includes(word))) await compare(workload);
}
console.log(
  `\nPeak of \`node -e 0\`: ${(await peakMemory(['-e', 'setTimeout(() => {}, 50)'], '.')).toFixed(0)} MB.`,
);
startUp();
