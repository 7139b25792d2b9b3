import { count, counted } from '../figures.ts';
import type { GateRun, RunShard } from '../policy/gate-run.ts';
import type { Verdict } from '../policy/verdict.ts';
import { stops } from './causes.ts';

/** "3 packages: 1 not inspected, 2 may ship"; of a shard with its place before it: "shard 2 of 4: 250 packages: 250 may ship". */
export function totals({ packages, shard }: GateRun): string {
  if (shard === undefined) return totalsOf(packages);
  const { index, of, targets } = shard;
  const part =
    packages.length === 0
      ? `none of the ${counted(targets.count, 'target')} falls to it`
      : totalsOf(packages);
  return `shard ${index} of ${of}: ${part}`;
}

/** What a shard says of the whole: nothing. */
export function wholeSentence({ of, targets }: RunShard): string {
  const shards = of === 1 ? 'this shard' : `all ${count(of)} shards`;
  return `packgate merge joins the reports of ${shards} and decides on all ${counted(targets.count, 'target')}`;
}

function totalsOf(packages: GateRun['packages']): string {
  const kinds = [
    ['error', 'not inspected'],
    ['fail', 'may not ship'],
    ['pass', 'may ship'],
  ] as const;
  const counts = kinds.flatMap(([outcome, what]) => {
    const many = packages.filter((report) => report.outcome === outcome).length;
    return many === 0 ? [] : [`${count(many)} ${what}`];
  });
  return `${counted(packages.length, 'package')}: ${counts.join(', ') || 'nothing was inspected'}`;
}

/** What is decided and why, to be put behind the package's name: "may not ship: it exposes 1,902 original source files". */
export function decision({ outcome, exposure, findings, failOn, uninspected }: Verdict): string {
  const unread = counted(uninspected.length, 'file was', 'files were');
  if (outcome === 'pass') {
    return uninspected.length > 0
      ? `may ship, but ${unread} not looked into`
      : 'may ship: nothing found that stops the release';
  }
  const stopping = findings.filter((finding) => stops(finding, failOn));
  const isSource = stopping.some(({ rule }) => /^(?:source-map|unminified)\//.test(rule));
  return isSource && exposure.sources > 0
    ? `may not ship: it exposes ${counted(exposure.sources, 'original source file')}`
    : `may not ship: ${counted(stopping.length, 'finding stops', 'findings stop')} the release`;
}

/** What the package was compared with, or why with nothing; undefined where nobody asked. */
export function comparison({ baseline }: Verdict): string | undefined {
  if (baseline === undefined) return undefined;
  return 'from' in baseline
    ? `Compared with ${baseline.from}`
    : `Not compared with an earlier release: ${baseline.reason}`;
}

/** Settings and waivers told in one line. */
const MOST_SETTINGS = 8;

/** What may have silenced something, in one line; undefined where presets alone decided. */
export function decidedBy({ policy: { file, decided } }: Verdict): string | undefined {
  if (decided === undefined || (file === null && decided.allow === null && decided.preset === 'closed'))
    return undefined;
  const { preset, allow, rules, waivers } = decided;
  const settings = rules.map(({ rule, level, ignore }) => {
    const without = ignore.length === 0 ? '' : ` but for ${counted(ignore.length, 'pattern')}`;
    return `${rule}${level === undefined ? '' : ` ${level}`}${without}`;
  });
  const used = waivers.filter((waiver) => waiver.used).length;
  return [
    `Judged by ${file ?? 'options'}: preset ${preset}`,
    ...(settings.length === 0 ? [] : [listed(settings, MOST_SETTINGS, String)]),
    ...(allow === null ? [] : [counted(allow.length, 'allow pattern')]),
    ...(waivers.length === 0 ? [] : [`${counted(waivers.length, 'waiver')}, ${count(used)} used`]),
  ].join('; ');
}

/** "Skipped 2 packages of the workspace, which nothing publishes: apps/web (private), docs (no version)". */
export function skippedSentence(
  skipped: NonNullable<GateRun['skipped']>,
  most: number,
  write: (target: string) => string,
): string {
  const packages = counted(skipped.length, 'package');
  const which = listed(skipped, most, ({ target, reason }) => `${write(target)} (${reason})`);
  return `Skipped ${packages} of the workspace, which nothing publishes: ${which}`;
}

/** "packed with pnpm 12.21.0; package.json asks for pnpm 9.1.0: packed elsewhere, the bytes may be others". */
export function packingSentence(packing: string): string {
  return `${packing}: packed elsewhere, the bytes may be others`;
}

/** The first `most` of a list, each as `write` writes it, and how many more there are; with commas between. */
export function listed<Item>(items: readonly Item[], most: number, write: (item: Item) => string): string {
  const more = items.length > most ? `, and ${count(items.length - most)} more` : '';
  return `${items.slice(0, most).map(write).join(', ')}${more}`;
}
