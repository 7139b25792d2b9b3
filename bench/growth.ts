import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { entryBlocks } from '../__tests__/tarballs.ts';
import { PLAIN, peakMemory } from './measure.ts';
import { MANIFEST, once, small } from './workload.ts';

/** Where a growth is measured, and how it is told. */
export interface Setting {
  readonly cli: string;
  /** For what is built once. */
  readonly folder: string;
  /** Those whose name holds one of them are measured; all where there is none. */
  readonly words: readonly string[];
  readonly row: (...cells: readonly string[]) => void;
}

/** One size of one thing that may grow. */
interface Step {
  readonly what: string;
  readonly count: number;
  /** Arguments of the command line, and the folder it runs in. */
  readonly args: readonly string[];
  readonly cwd: string;
}

/** Measures each step once and prints what it costs in all and for each of what grew. A wrong verdict ends the run. */
export async function growth({ cli, folder, words, row }: Setting): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const made = mkdtempSync(join(folder, 'growth-'));
  row('what', 'number', 'CPU ms', 'CPU for each more', 'peak MB');
  row('---', '---', '---', '---', '---');
  try {
    for (const steps of [files, bytes, packages, globs, waivers]) {
      if (words.length > 0 && !words.some((word) => steps.name.includes(word))) continue;
      let before: { readonly count: number; readonly cpu: number } | undefined;
      for await (const { what, count, args, cwd } of steps(made)) {
        const cpu = cost(
          [cli, 'check', ...args, '--format', 'json', '--output', join(made, 'report.json')],
          cwd,
        );
        const peak = await peakMemory(
          [cli, 'check', ...args, '--format', 'json', '--output', join(made, 'report.json')],
          cwd,
        );
        const more = before && ((cpu - before.cpu) / (count - before.count)) * 1000;
        row(
          what,
          count.toLocaleString('en'),
          cpu.toFixed(0),
          more === undefined ? '' : `${(more || 0).toFixed(1)} µs`,
          peak.toFixed(0),
        );
        before = { count, cpu };
      }
    }
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

/** CPU of one run, in ms, which must have been able to look. */
function cost(args: readonly string[], cwd: string): number {
  const { status, stderr } = spawnSync(
    'bash',
    ['-c', `TIMEFORMAT='%3U %3S'; time "$0" "$@"`, process.execPath, ...args],
    {
      cwd,
      encoding: 'utf8',
      env: PLAIN,
    },
  );
  assert.notEqual(status, 2, stderr);
  const [user, system] = stderr.trim().split('\n').at(-1)!.split(' ').map(Number);
  return (user! + system!) * 1000;
}

async function* files(): AsyncGenerator<Step> {
  for (const count of [10, 100, 1000, 10_000, 100_000, 1_000_000]) {
    const tarball = await once(`small-${count}`, () => small(count));
    yield { what: 'files of 600 bytes', count, args: [tarball], cwd: join(tarball, '..') };
  }
}

/** Files of 64 MB, a gzip member each: so that 4 GB are made in a moment. */
async function* bytes(made: string): AsyncGenerator<Step> {
  for (const count of [1, 10, 100, 1000, 4000]) {
    const tarball = join(made, 'big.tgz');
    const each = Math.min(count, 50);
    const member = gzipSync(body(each * 1_000_000));
    const parts = [gzipSync(entryBlocks({ name: 'package/package.json', body: MANIFEST }))];
    for (let at = 0; at < count / each; at++) {
      const size = `${(each * 1_000_000).toString(8).padStart(11, '0')} `;
      const padding = Buffer.alloc((512 - ((each * 1_000_000) % 512)) % 512);
      parts.push(gzipSync(entryBlocks({ name: `package/${at}.js`, size })), member, gzipSync(padding));
    }
    writeFileSync(tarball, Buffer.concat([...parts, gzipSync(Buffer.alloc(1024))]));
    yield { what: 'MB', count, args: [tarball], cwd: made };
  }
}

function body(size: number): Buffer {
  let text = '';
  for (let at = 0; text.length < 200_000; at++) text += `f${at % 977}(${at},"${(at * 7919).toString(36)}");`;
  return Buffer.alloc(size, text);
}

/** Packed packages of ten files: packing itself is the package manager's time. */
async function* packages(made: string): AsyncGenerator<Step> {
  const tarball = await once('small-10', () => small(10));
  for (const count of [1, 10, 100, 1000]) {
    const packed = join(made, `packed-${count}`);
    mkdirSync(packed);
    for (let at = 0; at < count; at++) copyFileSync(tarball, join(packed, `package-${at}.tgz`));
    yield { what: 'packages of 10 files', count, args: ['./*.tgz'], cwd: packed };
  }
}

async function* globs(made: string): AsyncGenerator<Step> {
  const tarball = await once('small-1000', () => small(1000));
  for (const count of [1, 10, 100, 1000, 10_000]) {
    const lines = Array.from({ length: count - 1 }, (_, at) => `  - lib/${at}/*-icon.js`);
    const config = join(made, 'globs.yml');
    writeFileSync(config, ['allow:', "  - '**'", ...lines, ''].join('\n'));
    yield { what: 'globs, 1,000 files', count, args: [tarball, '--config', config], cwd: made };
  }
}

async function* waivers(made: string): AsyncGenerator<Step> {
  const tarball = await once('small-1000', () => small(1000));
  for (const count of [1, 10, 100, 1000, 10_000]) {
    const lines = Array.from(
      { length: count },
      (_, at) => `- {rule: source-map/file, path: l/${at}.*, reason: made, owner: me, expires: 2099-01-31}`,
    );
    const config = join(made, 'waivers.yml');
    writeFileSync(config, ['waivers:', ...lines, ''].join('\n'));
    yield { what: 'waivers, 1,000 files', count, args: [tarball, '--config', config], cwd: made };
  }
}
