import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
// @ts-expect-error: a build script in plain JavaScript
import { withActionTables } from '../.ci/action-docs.mjs';
// @ts-expect-error: a build script in plain JavaScript
import { withDemo } from '../.ci/demo-docs.mjs';
// @ts-expect-error: a build script in plain JavaScript
import { measure, withBundledTable } from '../.ci/dependencies-docs.mjs';
// @ts-expect-error: a build script in plain JavaScript
import { limitsPage } from '../.ci/limits-docs.mjs';
import { check } from '../src/check.ts';
import { POLICY_RULES } from '../src/policy/rules.ts';
import { RULES } from '../src/rules/index.ts';
import { makeFolder } from './folders.ts';

const PAGES = [
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const read = (page: string) => readFileSync(page, 'utf8');

/** The fenced YAML in a page. */
function yamlIn(page: string): string[] {
  return [...read(page).matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text]) => text!);
}

describe('links', () => {
  for (const page of PAGES) {
    test(`of ${page} lead to a file and a heading that are there`, () => {
      for (const [, to] of read(page).matchAll(/\]\((?!https:)([^)]+)\)/g)) {
        const [path, heading] = to!.split('#');
        const file = join(dirname(page), path!);
        assert.ok(existsSync(file), to);
        if (heading === undefined) continue;
        const anchors = [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, text]) =>
          text!
            .toLowerCase()
            .replace(/[^\w\- ]/g, '')
            .replaceAll(' ', '-'),
        );
        assert.ok(anchors.includes(heading), to);
      }
    });
  }

  test('name scripts that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json'));
    const named = PAGES.flatMap((page) => [...read(page).matchAll(/npm run ([\w:-]+)/g)]).map(
      ([, name]) => name!,
    );
    assert.ok(named.length > 5);
    assert.deepEqual(
      named.filter((name) => !(name in scripts)),
      [],
    );
  });

  test('name paths of the repository that are there', () => {
    const named = PAGES.flatMap((page) => [
      ...read(page).matchAll(/`((?:src|__tests__|\.ci|dist|examples|docs)\/[\w./-]+)`/g),
    ]).map(([, path]) => path!);
    assert.ok(named.length > 10);
    assert.deepEqual(
      named.filter((path) => !existsSync(path)),
      [],
    );
  });
});

describe('the configs that are shown', () => {
  const shown = ['README.md', 'docs/rules.md', 'docs/config.md']
    .flatMap((page) => yamlIn(page).map((text) => [page, text] as const))
    .filter(([, text]) => !/^jobs:/m.test(text));

  const refusal = async (t: Parameters<typeof makeFolder>[0], text: string) => {
    const cwd = makeFolder(t, { 'packgate.yml': text });
    const options = { targets: ['./none.tgz'], allow: [], failOn: 'error', ignoreScripts: true } as const;
    return check(options, { cwd, env: {}, now: new Date(), progress: () => {} }).then(
      () => undefined,
      (error: unknown) => (error as { code?: string }).code,
    );
  };

  test('are one for each rule, and more', () =>
    assert.equal(shown.length, RULES.length + POLICY_RULES.length + 6));

  test('are taken', async (t) => {
    for (const [page, text] of shown) assert.equal(await refusal(t, text), undefined, `${page}\n${text}`);
  });

  test('would be refused with a slip in them', async (t) => {
    assert.equal(await refusal(t, shown[0]![1].replace('allow:', 'alow:')), 'config');
  });
});

describe('the demo', () => {
  test('prints what README.md shows', () => {
    assert.equal(read('README.md'), withDemo(read('README.md')), 'run: node .ci/demo-docs.mjs');
  });

  test('replaces what was shown, and a page without markers is refused', () => {
    const page = '# packgate\n<!-- demo:start -->\nold\n<!-- demo:end -->\nafter\n';
    const once = withDemo(page, 'new');
    assert.match(once, /^# packgate\n.*\nnew\n.*-->\nafter\n$/s);
    assert.doesNotMatch(once, /old/);
    assert.equal(withDemo(once, 'new'), once);
    assert.throws(() => withDemo('# packgate\n', 'new'), /demo:start/);
  });
});

describe('tables', () => {
  test('of inputs and outputs in README.md are what action.yml says', () => {
    assert.equal(read('README.md'), withActionTables(read('README.md')), 'run: node .ci/action-docs.mjs');
  });

  test('of bundled packages in docs/dependencies.md are what esbuild measures', async () => {
    const page = read('docs/dependencies.md');
    assert.equal(page, await withBundledTable(page), 'run: node .ci/dependencies-docs.mjs');
  });

  test('of limits in docs/limits.md are what the code says', async () => {
    const page: string = await limitsPage();
    assert.equal(read('docs/limits.md'), page, 'run: node .ci/limits-docs.mjs');
    assert.ok(page.split('\n| `').length > 20, 'every limit has a row');
  });

  test('a page without markers is refused', async () => {
    await assert.rejects(withBundledTable('# Dependencies\n'), /bundled:start/);
  });

  /** The names in the first column of the tables under a heading. */
  const rows = (heading: string) => {
    const [section] = read('docs/dependencies.md').split(`## ${heading}\n`)[1]!.split('\n## ');
    return [...section!.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, cell]) =>
      cell!.replaceAll('`', '').split(', '),
    );
  };
  test('have a row for every dependency, and none for another, told apart by what is bundled', async () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json'));
    const bundled: ReadonlyMap<string, object> = await measure();
    const names = Object.keys({ ...dependencies, ...devDependencies }).sort();
    const runs = (name: string) => bundled.has(`node_modules/${name}`);
    assert.deepEqual(rows('In the built files'), names.filter(runs));
    assert.deepEqual(
      rows('For development'),
      names.filter((name) => !runs(name)),
    );
  });

  test('have a row for every tool of the tests, and none for another', () => {
    const folders = readdirSync('__tests__/tools', { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    const tools = folders.flatMap(({ name }) =>
      Object.keys(JSON.parse(read(`__tests__/tools/${name}/package.json`)).dependencies),
    );
    assert.deepEqual(rows('For tests, installed on first use').sort(), [...new Set(tools)].sort());
  });
});
