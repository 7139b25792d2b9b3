import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Part, partsOf } from './recipe.ts';

const FOLDER = join(import.meta.dirname, 'seeds');

/** One small package as the packers of today write it: name of the packer to archive. */
export const PACKED: ReadonlyMap<string, Buffer> = new Map(
  readdirSync(FOLDER).map((file) => [file.replace('.tar.gz', ''), readFileSync(join(FOLDER, file))]),
);

/** The same as parts, to be changed. */
export const SEEDS: readonly (readonly Part[])[] = [...PACKED.values()].map((bytes) =>
  partsOf(gunzipSync(bytes)),
);
