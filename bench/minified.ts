// Judges a labelled corpus of minified and readable files by the unminified rules alone, without archives or config.
//   node --import tsx bench/minified.ts OUTDIR [--worst 20] [--by-package] [--left-out] [--peers]
// OUTDIR holds labels.json and files, as the corpus builder leaves them. Exit 0 only within the goals.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileFacts } from '../src/content/facts.ts';
import { createTextReader } from '../src/content/text/text.ts';
import type { FileRule } from '../src/rules/rule.ts';
import { rule as partial } from '../src/rules/unminified/partial.ts';
import { rule as script } from '../src/rules/unminified/script.ts';
import { rule as source } from '../src/rules/unminified/source.ts';
import { rule as style } from '../src/rules/unminified/style.ts';
import { type Labelled, leaveOneOut } from './classifier/left-out.ts';
import { PEERS } from './classifier/peers.ts';

interface Label {
  readonly file: string;
  readonly label: string;
  readonly tags: readonly string[];
  readonly spec: string;
  readonly path: string;
  readonly bytes: number;
}

const [RECALL, FALSE_ALARMS] = [99.5, 0.1];
const QUIET = new Set(['minified', 'trivial', 'declaration']);
const RULES: readonly FileRule[] = [script, style, source, partial];
const SIZES: readonly [string, number][] = [
  ['<512', 512],
  ['<4K', 4096],
  ['<64K', 65536],
  ['<1M', 1 << 20],
  ['<5M', 5 << 20],
  ['>=5M', Number.POSITIVE_INFINITY],
];

const options = process.argv.slice(2);
const folder = options.find((option) => !option.startsWith('--') && !/^\d+$/.test(option));
if (folder === undefined) {
  console.error('usage: minified.ts OUTDIR [--worst N] [--by-package] [--left-out] [--peers]');
  process.exit(2);
}
const worst = options.includes('--worst') ? Number(options[options.indexOf('--worst') + 1]) : 20;
const labels = JSON.parse(readFileSync(join(folder, 'labels.json'), 'utf8')) as Label[];

/** Of each peer: files that it calls readable, by label. */
const peers = PEERS.map((peer) => ({ ...peer, readable: new Map<string, number>() }));
const scripts: Labelled[] = [];
let bytes = 0;
let nanoseconds = 0n;
const judged = labels.map((label, index) => {
  const content = readFileSync(join(folder, label.file));
  // A neutral name: what the file was called must not help.
  const path = `dist/m${index}${label.file.slice(label.file.indexOf('.'))}`;
  const began = process.hrtime.bigint();
  const reader = createTextReader(path);
  for (let at = 0; at < content.length; at += 262144) reader.push(content.subarray(at, at + 262144));
  const text = reader.end();
  nanoseconds += process.hrtime.bigint() - began;
  bytes += content.length;
  if (text.script !== undefined)
    scripts.push({
      packages: label.spec.split(' + '),
      label: label.label,
      tags: label.tags,
      script: text.script,
    });
  if (options.includes('--peers')) {
    const whole = content.toString();
    for (const peer of peers)
      if (!peer.minified(whole)) peer.readable.set(label.label, (peer.readable.get(label.label) ?? 0) + 1);
  }
  const none = { maps: [], references: [], candidates: [], places: [] };
  const facts: FileFacts = { path, size: content.length, kind: 'text', ...none, text };
  const rules = RULES.filter((rule) => [...rule.inspect(facts)].length > 0);
  const verdict = rules.some((rule) => rule.levels.closed === 'error')
    ? 'error'
    : rules.length > 0
      ? 'warning'
      : 'quiet';
  return { ...label, verdict, language: text.language, twice: rules.length > 1 };
});
type Judged = (typeof judged)[number];

const percent = (part: number, whole: number) =>
  whole === 0 ? '-' : `${((100 * part) / whole).toFixed(2)} %`;
const row = (cells: readonly (string | number)[]) =>
  console.log(
    cells.map((cell, i) => (i === 0 ? String(cell).padEnd(34) : String(cell).padStart(10))).join(''),
  );
const wrong = (file: Judged) =>
  (file.label === 'readable' && file.verdict !== 'error') ||
  (QUIET.has(file.label) && file.verdict !== 'quiet');

function table(title: string, key: (file: Judged) => string): void {
  console.log();
  row([title, 'files', 'error', 'warning', 'quiet']);
  const groups = new Map<string, Judged[]>();
  for (const file of judged) groups.set(key(file), [...(groups.get(key(file)) ?? []), file]);
  for (const [name, files] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const of = (verdict: string) => files.filter((file) => file.verdict === verdict).length;
    row([name, files.length, of('error'), of('warning'), of('quiet')]);
  }
}

const ORDER = ['readable', 'minified', 'partial', 'mixed', 'trivial', 'data', 'declaration'];
const classKey = (file: Judged) => `${ORDER.indexOf(file.label)} ${file.label}`;
const size = (file: Judged) => SIZES.findIndex(([, limit]) => file.bytes < limit);
table('class', classKey);
table('class, language', (file) => `${classKey(file)}, ${file.file.slice(file.file.lastIndexOf('.') + 1)}`);
table(
  'class, language, size',
  (file) =>
    `${classKey(file)}, ${file.file.slice(file.file.lastIndexOf('.') + 1)}, ${size(file)} ${SIZES[size(file)]?.[0]}`,
);
table('class, size', (file) => `${classKey(file)}, ${size(file)} ${SIZES[size(file)]?.[0]}`);
table('partial and mixed, how made', (file) =>
  file.label === 'partial' || file.label === 'mixed'
    ? `${file.label} ${file.tags.find((tag) => /:/.test(tag) && !/^size/.test(tag)) ?? file.tags[0]}`
    : 'rest',
);

if (options.includes('--by-package')) {
  console.log('\npackages with errors');
  const groups = new Map<string, Judged[]>();
  for (const file of judged) groups.set(file.spec, [...(groups.get(file.spec) ?? []), file]);
  for (const [name, files] of groups) {
    const errors = files.filter(wrong).length;
    if (errors > 0) row([name, files.length, errors, percent(errors, files.length)]);
  }
}

if (options.includes('--left-out')) {
  console.log('\nthresholds, each derived again without one package at a time');
  for (const split of leaveOneOut(scripts)) {
    const { name, files, inRules, lowest, highest, errors, errorsInRules, worst } = split;
    console.log(
      `  ${name}: ${lowest.toFixed(2)} to ${highest.toFixed(2)}, ${errors} of ${files} wrong on the package left out; ${inRules} in the rules, ${errorsInRules} wrong`,
    );
    for (const [spec, count] of worst) console.log(`    ${spec}: ${count}`);
  }
}

for (const [title, files] of [
  ['missed', judged.filter((file) => file.label === 'readable' && wrong(file))],
  ['false alarms', judged.filter((file) => QUIET.has(file.label) && wrong(file))],
  ['told twice', judged.filter((file) => file.twice)],
] as const) {
  if (files.length === 0) continue;
  console.log(`\n${title} (${files.length}), largest first`);
  for (const file of [...files].sort((a, b) => b.bytes - a.bytes).slice(0, worst))
    console.log(
      `  ${file.label} -> ${file.verdict}: ${file.spec} ${file.path} (${file.bytes} bytes, ${file.file}) [${file.tags.slice(0, 3).join(' ')}]`,
    );
}

const readable = judged.filter((file) => file.label === 'readable');
const quiet = judged.filter((file) => QUIET.has(file.label));
const caught = readable.filter((file) => file.verdict === 'error').length;
const alarms = quiet.filter((file) => file.verdict !== 'quiet').length;
const other = judged.filter((file) => file.label === 'partial' || file.label === 'mixed');
const told = other.filter((file) => file.verdict !== 'quiet').length;
console.log(
  `\nspeed of the reader: ${((bytes * 1e3) / Number(nanoseconds)).toFixed(0)} MB/s over ${(bytes / 1e6).toFixed(0)} MB`,
);
console.log(`partial and mixed reported: ${percent(told, other.length)} of ${other.length}`);
console.log(
  `minified: recall ${percent(caught, readable.length)} of ${readable.length}, false alarms ${percent(alarms, quiet.length)} (${alarms} of ${quiet.length})`,
);
if (options.includes('--peers')) {
  console.log();
  row(['rules side by side', 'recall', 'alarms', 'partial']);
  const of = (label: string) => judged.filter((file) => file.label === label);
  const halves = of('partial');
  const named = percent(halves.filter((file) => file.verdict !== 'quiet').length, halves.length);
  // Trivial files and declarations are readable: no rule of these means them.
  const dense = of('minified');
  const loud = dense.filter((file) => file.verdict !== 'quiet').length;
  row(['packgate', percent(caught, readable.length), percent(loud, dense.length), named]);
  for (const peer of peers) {
    const called = (label: string) => peer.readable.get(label) ?? 0;
    row([
      peer.name,
      percent(called('readable'), readable.length),
      percent(called('minified'), dense.length),
      percent(called('partial'), halves.length),
    ]);
  }
}
const good = (100 * caught) / readable.length >= RECALL && (100 * alarms) / quiet.length <= FALSE_ALARMS;
process.exit(good ? 0 : 1);
