import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
// @ts-expect-error: a build script in plain JavaScript
import { rulesPage, withRulesTable } from '../.ci/rules-docs.mjs';
import { WAIVER_RULES } from '../src/policy/waivers.ts';
import { RULES } from '../src/rules/index.ts';
import { PRESETS, type Rule, type RuleTexts, SEVERITIES } from '../src/rules/rule.ts';

/** The levels that users rely on: closed, open. A variant stands behind its rule's id. */
const PROMISED: Readonly<Record<string, string>> = {
  'source-map/file': 'error note',
  'source-map/inline': 'error warning',
  'source-map/reference': 'warning note',
  'source-map/reference remote': 'error note',
  'source-map/remote-source': 'error error',
  'unminified/script': 'error off',
  'unminified/style': 'error off',
  'unminified/source': 'error off',
  'unminified/partial': 'warning off',
  'allowlist/unlisted': 'error error',
  'allowlist/missing': 'note note',
  'allowlist/unused': 'note note',
  'archive/duplicate-path': 'error error',
  'archive/colliding-path': 'warning warning',
  'archive/unsafe-path': 'error error',
  'archive/special-entry': 'error error',
  'archive/trailing-data': 'error error',
  'archive/limit': 'error error',
  'archive/ambiguous': 'error error',
  'archive/uninspected': 'error error',
  'policy/waiver-expired': 'error error',
  'policy/waiver-unused': 'note note',
};

/** A file under a family's folder that exports a `rule`; what rules share lies beside them and exports none. */
const files = readdirSync('src/rules', { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.includes('/') && path.endsWith('.ts'));
const written = new Map<string, Rule>();
for (const path of files) {
  const module: { rule?: Rule } = await import(pathToFileURL(`src/rules/${path}`).href);
  if (module.rule !== undefined) written.set(path.replace(/\.ts$/, ''), module.rule);
}
const all: readonly RuleTexts[] = [...RULES, ...WAIVER_RULES];
const readme = readFileSync('README.md', 'utf8');
const page = readFileSync('docs/rules.md', 'utf8');

test('every rule file is in the list, once, and the list has no others', () => {
  assert.deepEqual(RULES.map(({ id }) => id).sort(), [...written.keys()].sort());
});

test('every level is the promised one', () => {
  const levels = all.flatMap(({ id, levels, variants = {} }) => [
    [id, `${levels.closed} ${levels.open}`],
    ...Object.entries(variants).map(([name, own]) => [`${id} ${name}`, `${own.closed} ${own.open}`]),
  ]);
  assert.deepEqual(Object.fromEntries(levels), PROMISED);
});

test('docs/rules.md is what the rules say', () => {
  assert.equal(page, rulesPage(), 'run: node .ci/rules-docs.mjs');
});

test('the table in README.md is what the rules say', () => {
  assert.equal(readme, withRulesTable(readme), 'run: node .ci/rules-docs.mjs');
});

test('a page without markers is refused', () => {
  assert.throws(() => withRulesTable('# packgate\n'), /rules:start/);
});

for (const [path, rule] of written) {
  describe(path, () => {
    test('is named by its path', () => assert.equal(rule.id, path));
    test('has a test of its name', () => assert.ok(existsSync(`__tests__/rules/${path}.test.ts`)));
  });
}

for (const { id, title, description, help, cwe, levels, variants = {} } of all) {
  describe(id, () => {
    test('has a title that fits a table', () => {
      assert.match(title, /^[A-Z]/);
      assert.doesNotMatch(title, /[.:!|\n]/);
      assert.ok(title.length <= 60, `${title.length} characters`);
    });

    for (const [name, text] of Object.entries({ description, help })) {
      test(`has a ${name} of whole sentences`, () => {
        assert.match(text, /^[A-Z`]/);
        assert.match(text, /\.$/);
        assert.doesNotMatch(
          text.replace(/`[^`]*`/g, 'Code'),
          /[!?\n]|\s{2}|\.\s+(?!package\.json|npm )[a-z]/,
        );
        assert.equal(text.split('`').length % 2, 1, 'backticks come in pairs');
        const [least, most] = name === 'help' ? [20, 400] : [80, 500];
        assert.ok(text.length >= least && text.length <= most, `${text.length} characters`);
      });
    }

    test('has levels that are levels, and is never stricter for open source', () => {
      const order = [...SEVERITIES, 'off'];
      for (const own of [levels, ...Object.values(variants)]) {
        for (const preset of PRESETS) assert.ok(order.includes(own[preset]), own[preset]);
        assert.ok(order.indexOf(own.open) >= order.indexOf(own.closed));
      }
    });

    test('names its weaknesses, each once', () => {
      assert.ok(cwe.length > 0);
      for (const weakness of cwe) assert.ok(Number.isInteger(weakness) && weakness > 0 && weakness < 2000);
      assert.equal(new Set(cwe).size, cwe.length);
    });

    test('has a row in README.md that leads to its section', () => {
      assert.ok(page.includes(`\n### ${id}\n`));
      assert.ok(readme.includes(`\n| [\`${id}\`](docs/rules.md#${id.replace('/', '')}) |`));
    });
  });
}
