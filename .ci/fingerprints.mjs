// Writes src/content/secret/fingerprints.ts: by which three bytes each literal is found, and which literals share a group, so that
// as few other strings as possible look like one of them. Run `npm run fingerprints` after a change of wanted.ts. What is found does not hang on it, how fast
// does: a sample of code that lies about anyhow is what it is tried on.
import { readFileSync, writeFileSync } from 'node:fs';
import { BEFORE, BEFORE_LONG, DATA_RUN, isFar, LONG_RUN } from '../src/content/scanner/literal.ts';
import { LEADS } from '../src/content/secret/wanted.ts';

const BYTES = 3;
const GROUPS = 8;
const ROUNDS = 8;
const SAMPLE = [
  'node_modules/assemblyscript/dist/asc.js',
  'node_modules/assemblyscript/dist/assemblyscript.js.map',
  `node_modules/@typescript/typescript-${process.platform}-${process.arch}/lib/lib.dom.d.ts`,
  'node_modules/@secretlint/secretlint-rule-preset-recommend/module/index.js.map',
  'node_modules/@octokit/plugin-rest-endpoint-methods/dist-types/generated/method-types.d.ts',
  'node_modules/@types/node/fs.d.ts',
  'dist/index.js',
  'node_modules/zod/v4/core/schemas.js',
  'docs/architecture.md',
];
const TARGET = 'src/content/secret/fingerprints.ts';

/** What is looked at around runs of base64 digits, as assembly/literals.ts does it: right before and in each, and far before some. A file counts as much as another. */
const near = new Map();
const far = new Map();
for (const file of SAMPLE) {
  const text = readFileSync(file, 'latin1');
  const inNear = [];
  const inFar = [];
  let farDone = 0;
  for (const { index, 0: run } of text.matchAll(/[-+/0-9A-Za-z_]{20,}/g)) {
    const to = Math.min(index + run.length - 15, index + DATA_RUN);
    for (let i = Math.max(0, index - BEFORE); i < to; i++) inNear.push(text.slice(i, i + BYTES));
    if (run.length < LONG_RUN || !/^$|[\s"'`\\:;=>]/.test(text.slice(Math.max(0, index - 1), index)))
      continue;
    for (let i = Math.max(farDone, index - BEFORE_LONG); i < index; i++) inFar.push(text.slice(i, i + BYTES));
    farDone = index;
  }
  for (const key of inNear) near.set(key, (near.get(key) ?? 0) + 1 / inNear.length);
  for (const key of inFar) far.set(key, (far.get(key) ?? 0) + 1 / inFar.length);
}

function counted(strings) {
  return [...strings].map(([text, count]) => ({ bytes: Buffer.from(text, 'latin1'), count }));
}

const countedNear = counted(near);
const countedFar = counted(far);

/** How many strings of the sample a group with these members lets through; near and far ones have tables of their own. */
function cost(members) {
  return (
    costAmong(
      members.filter(({ literal }) => !isFar(literal.tail)),
      countedNear,
    ) +
    costAmong(
      members.filter(({ literal }) => isFar(literal.tail)),
      countedFar,
    )
  );
}

/** How many of these strings look like one of the members. */
function costAmong(members, counted) {
  const low = Array(BYTES).fill(0);
  const high = Array(BYTES).fill(0);
  for (const { literal, at } of members) {
    for (let i = 0; i < BYTES; i++) {
      const byte = literal.text.charCodeAt(at + i);
      for (const one of literal.anyCase && byte >= 97 && byte <= 122 ? [byte, byte - 32] : [byte]) {
        low[i] |= 1 << (one & 15);
        high[i] |= 1 << (one >> 4);
      }
    }
  }
  let sum = 0;
  for (const { bytes, count } of members.length === 0 ? [] : counted)
    if (low.every((bits, i) => (bits >> (bytes[i] & 15)) & 1 && (high[i] >> (bytes[i] >> 4)) & 1))
      sum += count;
  return sum;
}

function isNearAssignment({ tail }) {
  return tail.kind === 'assignment' && !isFar(tail);
}

/** Where a member costs least: the group, and its place in the literal. */
function bestPlace(literal, groups, costs) {
  let best = { more: Number.POSITIVE_INFINITY, group: 0, at: 0 };
  groups.forEach((members, group) => {
    // What is assigned may be a short run, of which little before it is looked at.
    const last = literal.text.length - BYTES;
    for (let at = isNearAssignment(literal) ? last : 0; at <= last; at++) {
      const more = cost([...members, { literal, at }]) - costs[group];
      if (more < best.more) best = { more, group, at };
    }
  });
  return best;
}

const groups = Array.from({ length: GROUPS }, () => []);
const costs = groups.map(() => 0);
for (let round = 0; round < ROUNDS; round++) {
  for (const literal of LEADS.filter(
    ({ text, tail }) => tail.kind !== 'address' && tail.kind !== 'number' && !text.includes('~'),
  )) {
    const now = groups.findIndex((members) => members.some((member) => member.literal === literal));
    if (now !== -1) {
      groups[now] = groups[now].filter((member) => member.literal !== literal);
      costs[now] = cost(groups[now]);
    }
    const { group, at } = bestPlace(literal, groups, costs);
    groups[group] = [...groups[group], { literal, at }];
    costs[group] = cost(groups[group]);
  }
}
const sum = costs.reduce((a, b) => a + b, 0);
console.log(
  `${((sum / SAMPLE.length / 2) * 100).toFixed(2)}% of the places that are looked at look like a literal`,
);

const rows = groups.map(
  (members) =>
    `  [${members.map(({ literal, at }) => `[${JSON.stringify(literal.text)}, ${at}]`).join(', ')}],`,
);
writeFileSync(
  TARGET,
  `// Made by .ci/fingerprints.mjs.
import type { Fingerprints } from '../scanner/literal.ts';

export const FINGERPRINTS: Fingerprints = [
${rows.join('\n')}
];
`,
);
