import type { Tree } from '../folders.ts';
import { MAP } from './bench.ts';

/** A project with a build that leaves a source map beside its output, or not. */
export function single(name: string, leaks: boolean, more: Tree = {}): Tree {
  return {
    'package.json': {
      name,
      version: '1.0.0',
      files: ['dist'],
      bin: 'dist/cli.js',
      scripts: { build: 'node build.cjs' },
      publishConfig: { access: 'public' },
    },
    'build.cjs':
      "const { mkdirSync, writeFileSync } = require('fs');\nmkdirSync('dist', { recursive: true });\n" +
      "writeFileSync('dist/cli.js', 'console.log(42);\\n');\n" +
      (leaks ? `writeFileSync('dist/cli.js.map', ${JSON.stringify(MAP)});\n` : ''),
    ...more,
  };
}

/** A workspace of two packages to publish, of which the second leaks or does not, and one that stays at home. */
export function workspace(name: string, leaks: boolean, more: Tree = {}): Tree {
  const member = (letter: string) => ({
    name: `${name}-${letter}`,
    version: '1.0.0',
    files: ['dist'],
    publishConfig: { access: 'public' },
  });
  return {
    'package.json': {
      name: 'root',
      private: true,
      workspaces: ['packages/*'],
      scripts: { build: 'node -e 0' },
    },
    'packages/a/package.json': member('a'),
    'packages/a/dist/a.js': 'console.log(1);\n',
    'packages/b/package.json': member('b'),
    'packages/b/dist/b.js': 'console.log(2);\n',
    ...(leaks && { 'packages/b/dist/b.js.map': MAP }),
    'packages/c/package.json': { name: `${name}-c`, version: '1.0.0', private: true },
    ...more,
  };
}

/** Makes the lock file of npm. */
export const NPM_LOCK = 'npm install --package-lock-only --ignore-scripts --no-audit --no-fund';
