import { tmpdir } from 'node:os';
import { type Budget, createBudget } from './archive/budget.ts';
import { type OnRead, readArchive } from './archive/read.ts';
import type { Config } from './config/settings.ts';
import { readingLimits } from './config.ts';
import { createDigestList } from './content/digest-list.ts';
import type { FileFacts } from './content/facts.ts';
import { createGatherer, type Gatherer } from './content/gather.ts';
import type { Package } from './content/package.ts';
import { nameCandidates } from './content/secret/names.ts';
import { addTo, createFindings } from './findings.ts';
import { digestPaths } from './policy/policy.ts';
import { redacted, searchCandidates } from './redact.ts';
import { RULES } from './rules/index.ts';
import { inspectFile } from './rules/inspect.ts';
import type { Finding } from './rules/rule.ts';
import type { Source } from './target/source.ts';
import { traceTools } from './trace.ts';
import type { World } from './world.ts';

/**
 * A package that was read: what is in it, and what the rules say of each file. Nothing in it depends on levels or
 * the allowlist.
 */
export interface Looked {
  readonly pkg: Package;
  readonly findings: readonly Finding[];
  /** Blanks the credentials in the package out of a text that quotes it. */
  readonly redact: (text: string) => string;
}

/** Reads the source once. Of the config it only needs to know which files' sha256 judging will ask for. */
export async function lookInto(
  source: Source,
  config: Config | null,
  world: World,
  budget: Budget = createBudget(readingLimits(config)),
): Promise<Looked> {
  const findings = createFindings(budget.limits);
  const digests = digestPaths(config);
  const temporary = world.env.RUNNER_TEMP || tmpdir();
  const sha256 = createDigestList(temporary);
  const onFile = (file: FileFacts) => {
    if (file.sha256 !== undefined) sha256.set(file.path, file.sha256);
    for (const finding of inspectFile(RULES, file)) addTo(findings, finding);
  };
  const gatherer = createGatherer(onFile, (path) => digests?.matches(path) ?? false, temporary, budget);
  const onRead = world.watch && watching(source.target, gatherer, world.watch);
  const { oddities, format, unread, ...archive } = await readArchive(source.file, gatherer, {
    temporary,
    budget,
    onRead,
  }).finally(() => world.watch?.(null));
  const { candidates, innerPaths, ...gathered } = gatherer.finish(format);
  const odd = [...oddities, ...gathered.oddities];
  const named = [
    ...nameCandidates(gathered.files),
    ...nameCandidates(innerPaths.map((path) => [path, path])),
    ...nameCandidates(odd.flatMap(({ path, message }) => [[path, path] as const, [message, path] as const])),
  ];
  const { found, redact } = await searchCandidates([...candidates, ...named]);
  const blank = <Value>(value: Value) => (found.length === 0 ? value : redacted(value, redact));
  const pkg: Package = blank({
    target: source.target,
    ...archive,
    ...gathered,
    secrets: found,
    oddities: odd,
    uninspected:
      unread === undefined ? gathered.uninspected : [...gathered.uninspected, { path: '', reason: unread }],
    allow: null,
    digests: sha256,
  });
  const clean = blank(findings.items);
  const asked = source.packed === undefined ? clean : await traceTools(clean, source, world.cwd);
  return { pkg, findings: asked, redact };
}

function watching(target: string, { seen }: Gatherer, watch: NonNullable<World['watch']>): OnRead {
  return (read, size) => watch({ target, read, size, ...seen() });
}
