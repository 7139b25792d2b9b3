import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The text of a file of the application, from its folder. */
export const text = (path: string): string => readFileSync(path, 'utf8');

/** Writes a file below `dist`. */
export function put(path: string, content: string | Uint8Array): void {
  const file = join('dist', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** Ships files of the application as they are. */
export function ship(...paths: readonly string[]): void {
  mkdirSync('dist', { recursive: true });
  for (const path of paths) copyFileSync(path, join('dist', basename(path)));
}

/** A comment that leads to a map, or carries it. */
export const comment = (url: string): string => `\n//# sourceMappingURL=${url}\n`;

export const dataUrl = (map: string): string =>
  `data:application/json;charset=utf-8;base64,${Buffer.from(map).toString('base64')}`;
