import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { edited } from '../../src/target/packlist/edit.ts';
import type { PackFolder } from '../../src/target/packlist/rules.ts';
import { whyInFolder } from '../../src/target/why-folder.ts';
import type { Tree } from '../folders.ts';
import { CLIENTS, type Client, madeProject, packedFiles, seeded, writeProjects } from './made-projects.ts';

// Made projects are packed by the real package managers, and packgate must have said the same of every file: in or not, and for some that
// are in the change that takes them out, which is then made and packed again. Costs half a second a project, and less than that for npm.
// PACKGATE_PROJECTS and PACKGATE_SEED try more of them, and others.
const PROJECTS = Number(process.env.PACKGATE_PROJECTS ?? 8);
const SEED = Number(process.env.PACKGATE_SEED ?? 1);
/** Files of each project whose fix is tried. */
const TRIED = 2;

for (const client of CLIENTS) {
  describe(client.title, () => {
    test('what is said to be in is in, what is said to be out is out, and each fix takes out that file alone', async () => {
      const trees = Array.from({ length: PROJECTS }, (_, index) => ({
        ...madeProject(seeded(SEED + index), client.name === 'npm' ? `made${index}` : 'made'),
        ...client.mark,
      }));
      const wrong: string[] = [];
      const changed: { tree: Tree; expected: readonly string[]; told: string }[] = [];
      const { root, folders } = writeProjects(trees);
      try {
        const packed = packedFiles(client, folders);
        for (const [index, tree] of trees.entries()) {
          const files = packed[index]!;
          const random = seeded(SEED + index);
          const why = await whyInFolder(folders[index]!, client, files);
          assert.ok(why !== undefined);
          const told = (text: string) =>
            `seed ${SEED + index}: ${text} ${JSON.stringify(tree['package.json'])}`;
          for (const path of Object.keys(tree)) {
            const isIn = why.included(path, false) !== undefined;
            const isOut = why.absent(path) !== undefined;
            if (isIn !== files.includes(path) || isIn === isOut)
              wrong.push(told(`${path} is not told rightly`));
          }
          const asked = files.filter(() => random() < TRIED / files.length);
          for (const path of asked) {
            const inclusion = why.included(path, false);
            if (inclusion?.edit === undefined) continue;
            changed.push({
              tree: changedTree(tree, edited(folderOf(tree), inclusion.edit), changed.length, client),
              expected: files.filter((file) => file !== path),
              told: told(`${path}: ${inclusion.cause}: ${inclusion.fix}`),
            });
          }
        }
      } finally {
        rmSync(root, { recursive: true });
      }
      assert.deepEqual(wrong, []);
      const again = writeProjects(changed.map(({ tree }) => tree));
      try {
        const packed = packedFiles(client, again.folders);
        const failed = changed.filter(({ expected }, index) => packed[index]!.join() !== expected.join());
        assert.deepEqual(
          failed.map(({ told }) => told),
          [],
        );
        assert.ok(changed.length > PROJECTS / 2, `${changed.length} fixes tried`);
      } finally {
        rmSync(again.root, { recursive: true });
      }
    });
  });
}

/** Trees in which more decides than the folder's own lines; then the folder that is packed. */
const SETTINGS: readonly [title: string, clients: readonly Client['name'][], tree: Tree, folder: string][] = [
  [
    'ignore files above the member of a workspace',
    ['npm'],
    {
      'package.json': { name: 'root', private: true, workspaces: ['packages/*'] },
      '.gitignore': '*.log\n/dist\n',
      'packages/.npmignore': 'secret*\n',
      'packages/one/package.json': { name: 'one', version: '1.0.0' },
      'packages/one/a.js': '',
      'packages/one/a.log': '',
      'packages/one/dist/a.js': '',
      'packages/one/secret.txt': '',
    },
    'packages/one',
  ],
  [
    'ignore files above the member of a workspace with a list of files',
    ['npm'],
    {
      'package.json': { name: 'root', private: true, workspaces: ['packages/*'] },
      '.gitignore': '*.log\ndist\n',
      'packages/one/package.json': { name: 'one', version: '1.0.0', files: ['dist'] },
      'packages/one/dist/a.js': '',
      'packages/one/dist/a.log': '',
      'packages/one/a.js': '',
    },
    'packages/one',
  ],
  [
    'ignore files above the member of a pnpm workspace',
    ['pnpm'],
    {
      'pnpm-workspace.yaml': 'packages:\n  - packages/*\n',
      'package.json': { name: 'root', private: true },
      '.gitignore': '*.log\n/dist\n',
      'packages/one/package.json': { name: 'made', version: '1.0.0', license: 'MIT' },
      'packages/one/a.js': '',
      'packages/one/a.log': '',
      'packages/one/dist/a.js': '',
    },
    'packages/one',
  ],
  [
    'ignore files above the member of a pnpm workspace, and one of its own',
    ['pnpm'],
    {
      'pnpm-workspace.yaml': 'packages:\n  - packages/*\n',
      'package.json': { name: 'root', private: true },
      '.gitignore': '*.log\n/dist\n',
      'packages/one/package.json': { name: 'made', version: '1.0.0', license: 'MIT' },
      'packages/one/.npmignore': 'b.js\n',
      'packages/one/a.js': '',
      'packages/one/b.js': '',
      'packages/one/a.log': '',
      'packages/one/dist/a.js': '',
    },
    'packages/one',
  ],
  [
    'ignore files above a folder that is of no workspace',
    ['npm', 'pnpm', 'yarn', 'bun'],
    {
      '.gitignore': '*.js\n',
      'one/package.json': { name: 'made', version: '1.0.0', license: 'MIT' },
      'one/a.js': '',
    },
    'one',
  ],
  [
    'a folder of commands',
    ['npm'],
    {
      'package.json': { name: 'made', version: '1.0.0', files: [], directories: { bin: './tools' } },
      'tools/a.js': '',
      'tools/.b.js': '',
      'lib/c.js': '',
    },
    '',
  ],
  [
    'fields of publishConfig',
    ['pnpm', 'yarn'],
    {
      'package.json': {
        name: 'made',
        version: '1.0.0',
        license: 'MIT',
        files: ['lib'],
        main: 'src/a.ts',
        publishConfig: { main: 'dist/a.js' },
      },
      'src/a.ts': '',
      'dist/a.js': '',
      'dist/b.js': '',
      'lib/c.js': '',
    },
    '',
  ],
  [
    'dependencies that are packed whole',
    ['npm', 'bun'],
    {
      'package.json': {
        name: 'made',
        version: '1.0.0',
        license: 'MIT',
        files: ['lib'],
        dependencies: { dep: '1.0.0' },
        bundleDependencies: ['dep'],
      },
      'node_modules/dep/package.json': { name: 'dep', version: '1.0.0' },
      'node_modules/dep/a.js': '',
      'lib/c.js': '',
    },
    '',
  ],
];

for (const [title, names, tree, folder] of SETTINGS) {
  for (const client of CLIENTS.filter(
    ({ name, version }) => names.includes(name) && !(names.length < 4 && version.startsWith('1.22')),
  )) {
    test(`${title}: ${client.title}`, async () => {
      const mark = Object.fromEntries(
        Object.entries(client.mark).map(([path, text]) => [join(folder, path), text]),
      );
      const { root, folders } = writeProjects([{ ...tree, ...mark }]);
      try {
        const cwd = join(folders[0]!, folder);
        const [files] = packedFiles(client, [cwd]);
        const why = await whyInFolder(cwd, client, files!);
        const own = Object.keys(tree).filter((path) => path.startsWith(folder === '' ? '' : `${folder}/`));
        const inside = own.map((path) => (folder === '' ? path : path.slice(folder.length + 1)));
        const wrong = inside.filter(
          (path) =>
            (why?.included(path, false) !== undefined) !== files!.includes(path) &&
            !path.startsWith('node_modules/'),
        );
        assert.deepEqual(wrong, []);
        const bundled = files!.filter((path) => path.startsWith('node_modules/'));
        for (const path of bundled)
          assert.match(why?.included(path, false)?.cause ?? '', /"bundleDependencies" in package\.json:\d+/);
        assert.equal(bundled.length > 0, title.startsWith('dependencies'));
      } finally {
        rmSync(root, { recursive: true });
      }
    });
  }
}

function folderOf(tree: Tree): PackFolder {
  const ignoreFiles = Object.entries(tree).filter(([path]) => /(?:^|\/)\.(?:npm|git|yarn)ignore$/.test(path));
  return {
    manifest: tree['package.json'] as PackFolder['manifest'],
    files: new Set(Object.keys(tree)),
    ignoreFiles: new Map(ignoreFiles as [string, string][]),
    inherited: [],
  };
}

function changedTree(
  tree: Tree,
  { manifest, ignoreFiles }: PackFolder,
  index: number,
  { name }: Client,
): Tree {
  const renamed = name === 'npm' ? { ...manifest, name: `changed${index}` } : manifest;
  return { ...tree, ...Object.fromEntries(ignoreFiles), 'package.json': renamed };
}
