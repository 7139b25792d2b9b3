import { cpSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, 'application');

/** The library in TypeScript, from `src/main.ts`. */
export const LIBRARY = [
  'src/main.ts',
  'src/crew/roster.ts',
  'src/harbor/berth.ts',
  'src/harbor/crane.ts',
  'src/harbor/tide.ts',
  'src/pricing/invoice.ts',
  'src/pricing/discount.ts',
  'src/pricing/tariff.ts',
] as const;
/** What the library uses of others; published under a free licence. */
export const LATTICE = 'node_modules/quiet-lattice/index.js';
/** The board in TSX, from `src/board.tsx`. */
export const BOARD = [
  'src/board.tsx',
  'src/view/panel.tsx',
  'src/view/badge.tsx',
  'src/view/dom.ts',
] as const;
/** Modules in JavaScript, from `src/pilots/index.js`. */
export const PILOTS = ['src/pilots/index.js', 'src/pilots/buoys.js', 'src/pilots/signals.js'] as const;
/** CommonJS, from `src/ferry/timetable.js`. */
export const FERRY = ['src/ferry/timetable.js', 'src/ferry/crossing.js'] as const;
export const SCSS = ['src/styles/board.scss', 'src/styles/_palette.scss'] as const;
export const PALETTE = 'src/styles/_palette.scss';
export const LESS = 'src/styles/dock.less';
export const STYL = 'src/styles/quay.styl';
export const CSS = 'src/styles/desk.css';
export const VUE = 'src/pages/Manifest.vue';
export const SVELTE = 'src/pages/Tide.svelte';
export const ASSEMBLY = 'assembly/reckoning.ts';

/** A fresh copy of the application in a folder that is not there yet. */
export function copyApplication(folder: string): void {
  cpSync(FOLDER, folder, { recursive: true });
  // A folder of that name would not be committed.
  renameSync(join(folder, 'vendor'), join(folder, 'node_modules'));
}

/** Every file of the application as a build sees it: path to text. */
export function applicationTexts(): ReadonlyMap<string, string> {
  const files = readdirSync(FOLDER, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files.map((entry) => {
      const file = join(entry.parentPath, entry.name);
      const path = file.slice(FOLDER.length + 1).replaceAll('\\', '/');
      return [path.replace(/^vendor\//, 'node_modules/'), readFileSync(file, 'utf8')];
    }),
  );
}
