import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { install } from '../tools/install.ts';

let home = '';

/** Where applications are built: every folder below it finds the zoo's tools as if they were installed there. */
export function settle(folder: string): void {
  home = folder;
  link('.', 'zoo');
}

function link(place: string, tools: string): string {
  const folder = join(home, place);
  mkdirSync(folder, { recursive: true });
  const loader = join(folder, 'load.mjs');
  try {
    symlinkSync(install(tools), join(folder, 'node_modules'), 'junction');
    writeFileSync(loader, 'export default (name) => import(name);\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return loader;
}

/** Imports a package of a folder of tools, whatever kind of module it is. */
export async function load(name: string, tools = 'zoo') {
  const loader = link(tools === 'zoo' ? '.' : `tools-${tools}`, tools);
  const { default: from } = await import(pathToFileURL(loader).href);
  return await from(name);
}

/** The same of a package that gives one thing. */
export async function loadOnly(name: string, tools = 'zoo') {
  return (await load(name, tools)).default;
}

/** The path of a file in a package. */
export function fileOf(name: string, tools = 'zoo'): string {
  return createRequire(link(tools === 'zoo' ? '.' : `tools-${tools}`, tools)).resolve(name);
}

/** `node_modules` of a folder of tools. */
export function modulesOf(tools = 'zoo'): string {
  return install(tools);
}
