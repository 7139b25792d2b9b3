import type { FileFacts } from '../content/facts.ts';
import type { Package } from '../content/package.ts';
import type { TextFacts } from '../content/text/text.ts';
import type { FileGround, PackageGround } from './rule.ts';
import { classOfScript, classOfStyle } from './unminified/classes.ts';
import { readableInData } from './unminified/parts.ts';

/** A bit for each ground. */
const BITS: Readonly<Record<FileGround, number>> = {
  maps: 1,
  records: 2,
  traces: 4,
  places: 8,
  debug: 16,
  source: 32,
  'readable script': 64,
  'partial script': 128,
  'readable style': 256,
  modules: 512,
};

/** The bits of several grounds. */
export function bitsOf(grounds: readonly FileGround[]): number {
  return grounds.reduce((bits, ground) => bits | BITS[ground], 0);
}

/** The grounds that a file gives, as bits. */
export function groundsOfFile({ maps, records, traces, places, debug, text }: FileFacts): number {
  return (
    (maps.length > 0 ? BITS.maps : 0) |
    (records !== undefined ? BITS.records : 0) |
    (traces !== undefined ? BITS.traces : 0) |
    (places.length > 0 ? BITS.places : 0) |
    (debug !== undefined ? BITS.debug : 0) |
    (text === undefined ? 0 : groundsOfText(text))
  );
}

function groundsOfText(text: TextFacts): number {
  const { script, style, source, language } = text;
  let bits = source === undefined ? 0 : BITS.source;
  if (script !== undefined && (script.modules.length > 0 || script.denseModules)) bits |= BITS.modules;
  if (script !== undefined && (language === 'script' || language === 'markup')) {
    const kind = classOfScript(text, script);
    if (kind === 'readable' || kind === 'mixed') bits |= BITS['readable script'];
    if (kind === 'partial') bits |= BITS['partial script'];
  }
  if (text.carried !== undefined && readableInData(text.carried).length > 0) bits |= BITS['readable script'];
  if (style !== undefined && language === 'style') {
    const kind = classOfStyle(text, style);
    if (kind === 'readable' || kind === 'mixed') bits |= BITS['readable style'];
  }
  return bits;
}

/** The grounds that a package gives as a whole. */
export function groundsOfPackage(pkg: Package): ReadonlySet<PackageGround> {
  const { sensitive, secrets, references, oddities, uninspected } = pkg;
  const grounds = new Set<PackageGround>(['files']);
  for (const { facts } of sensitive.files) grounds.add(facts.kind);
  for (const { secrets: inFile } of secrets) for (const { family } of inFile) grounds.add(family);
  for (const { kind } of oddities) grounds.add(kind);
  if (sensitive.repositories.length > 0) grounds.add('repositories');
  if (sensitive.large.length > 0 || sensitive.opaqueFolders.size > 0) grounds.add('large');
  if (references.length > 0) grounds.add('references');
  if (uninspected.length > 0) grounds.add('uninspected');
  if (pkg.unpackedSizeLimit !== undefined) grounds.add('size limit');
  if (pkg.baseline !== undefined) grounds.add('baseline');
  if (pkg.allow !== null) grounds.add('allowlist');
  return grounds;
}
