import { originOf } from '../content/map/origin.ts';
import type { OriginalSource, Originals } from '../content/originals.ts';
import { byteSize, count, counted } from '../figures.ts';
import { logText, shortened } from './escape.ts';

/** Lines of a tree unless the caller wants another number. */
export const MAX_TREE_LINES = 60;
/** Folders and files shown in one folder before the rest of it is counted. */
const MAX_CHILDREN = 12;
/** Folders below each other that are shown; what lies deeper counts where the last of them stands. */
const MAX_DEPTH = 40;

interface Folder {
  readonly folders: Map<string, Folder>;
  readonly files: Map<string, OriginalSource>;
  readonly sum: { files: number; lines: number; bytes: number; named: number };
}

/**
 * The tree of original files that a stranger could rebuild from what one file exposes, as lines for a terminal: folders
 * with how many files and lines lie in them, files with their lines, those of which only the path is known marked so.
 * Files of other packages are one line. The largest come first, and what goes beyond the bounds is counted.
 *
 * @param originals as a finding's `exposes` or a file's `maps` and `records` have them
 * @param most lines
 */
export function sourceTree(
  originals: readonly Originals[],
  most: number = MAX_TREE_LINES,
): readonly string[] {
  const root = newFolder();
  const others = { files: 0, lines: 0, bytes: 0, named: 0 };
  for (const { sources } of originals) {
    for (const source of sources) {
      if (source.firstParty) plant(root, source);
      else addTo(others, source);
    }
  }
  const lines: string[] = [];
  const rest = others.files === 0 ? 0 : 1;
  draw(root, '', lines, most - rest);
  if (rest === 1)
    lines.push(`and ${counted(others.files, 'file')} of other packages and of the bundler${figures(others)}`);
  return lines;
}

function newFolder(): Folder {
  return { folders: new Map(), files: new Map(), sum: { files: 0, lines: 0, bytes: 0, named: 0 } };
}

function addTo(sum: Folder['sum'], { embedded, lines, bytes }: OriginalSource): void {
  sum.files++;
  sum.lines += lines;
  sum.bytes += bytes;
  if (!embedded) sum.named++;
}

/** Puts a source where its path says; one that came before with its text stays. */
function plant(root: Folder, source: OriginalSource): void {
  const steps = originOf(source.path)
    .path.split('/')
    .filter((step) => step !== '' && step !== '.' && step !== '..')
    .slice(0, MAX_DEPTH);
  const name = steps.pop() ?? '(without a name)';
  const way = [root];
  for (const step of steps) {
    const { folders } = way.at(-1)!;
    let folder = folders.get(step);
    if (folder === undefined) {
      folder = newFolder();
      folders.set(step, folder);
    }
    way.push(folder);
  }
  const { files } = way.at(-1)!;
  const known = files.get(name);
  if (known !== undefined && (known.embedded || !source.embedded)) return;
  if (known === undefined) for (const { sum } of way) addTo(sum, source);
  else {
    for (const { sum } of way) {
      sum.named--;
      sum.lines += source.lines;
      sum.bytes += source.bytes;
    }
  }
  files.set(name, source);
}

/** @returns how many lines of `budget` are left */
function draw(folder: Folder, indent: string, lines: string[], budget: number): number {
  const children = [
    ...[...folder.folders].map(([name, inner]) => ({
      name,
      inner,
      weight: inner.sum.bytes,
      files: inner.sum.files,
    })),
    ...[...folder.files].map(([name, file]) => ({ name, file, weight: file.bytes, files: 1 })),
  ].sort((a, b) => b.weight - a.weight || b.files - a.files || (a.name < b.name ? -1 : 1));
  let left = budget;
  let shown = 0;
  for (const child of children) {
    // The last line says what is left out.
    if (shown === MAX_CHILDREN || left <= (shown < children.length - 1 ? 1 : 0)) break;
    shown++;
    left--;
    const name = logText(shortened(child.name));
    if ('file' in child) lines.push(`${indent}${name}  ${told(child.file)}`);
    else {
      lines.push(`${indent}${name}/  ${counted(child.inner.sum.files, 'file')}${figures(child.inner.sum)}`);
      // Some lines are for what comes behind this folder.
      const later = Math.min(children.length - shown, MAX_CHILDREN);
      left -= left - later <= 0 ? 0 : left - later - draw(child.inner, `${indent}  `, lines, left - later);
    }
  }
  const hidden = children.slice(shown).reduce((sum, { files }) => sum + files, 0);
  if (hidden === 0 || left <= 0) return left;
  lines.push(`${indent}and ${counted(hidden, 'file')} more`);
  return left - 1;
}

function told({ embedded, lines, bytes }: OriginalSource): string {
  return embedded ? `${counted(lines, 'line')}, ${byteSize(bytes)}` : '(path only)';
}

function figures({ files, lines, bytes, named }: Folder['sum']): string {
  if (named === files) return ' (paths only)';
  const partly = named === 0 ? '' : `; of ${count(named)} the path only`;
  return `, ${counted(lines, 'line')}, ${byteSize(bytes)}${partly}`;
}
