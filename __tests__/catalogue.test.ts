import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
// @ts-expect-error: a build script in plain JavaScript
import { rulesPage, withRulesTable } from '../.ci/rules-docs.mjs';
import { POLICY_RULES } from '../src/policy/rules.ts';
import { RULES } from '../src/rules/index.ts';
import { PRESETS, type Rule, type RuleTexts, SEVERITIES } from '../src/rules/rule.ts';

/** The levels that users rely on: closed, open. A variant stands behind its rule's id. */
const PROMISED: Readonly<Record<string, string>> = {
  'source-map/file': 'error note',
  'source-map/file empty': 'note off',
  'source-map/inline': 'error warning',
  'source-map/embedded': 'error warning',
  'source-map/reference': 'warning note',
  'source-map/reference remote': 'error note',
  'source-map/remote-source': 'error error',
  'unminified/script': 'error off',
  'unminified/script library': 'warning off',
  'unminified/style': 'error off',
  'unminified/style library': 'warning off',
  'unminified/source': 'error off',
  'unminified/source compiled': 'warning off',
  'unminified/source library': 'warning off',
  'unminified/partial': 'warning off',
  'build-metadata/bundle-stats': 'error warning',
  'build-metadata/bundle-stats manifest': 'warning note',
  'build-metadata/build-info': 'error warning',
  'build-metadata/coverage': 'error warning',
  'build-metadata/source-report': 'error warning',
  'build-metadata/cache': 'error warning',
  'build-metadata/module-name': 'warning off',
  'build-metadata/module-name imports': 'note off',
  'build-metadata/machine-path': 'warning warning',
  'secret/token': 'error error',
  'secret/token limited': 'warning warning',
  'secret/token identifier': 'note note',
  'secret/cloud-key': 'error error',
  'secret/cloud-key limited': 'warning warning',
  'secret/cloud-key identifier': 'note note',
  'secret/private-key': 'error error',
  'secret/url-password': 'error error',
  'cloud-reference/bucket': 'note note',
  'cloud-reference/bucket archive': 'error error',
  'cloud-reference/internal-host': 'note note',
  'cloud-reference/internal-host archive': 'error error',
  'sensitive-file/environment': 'error error',
  'sensitive-file/environment settings': 'error warning',
  'sensitive-file/environment example': 'warning warning',
  'sensitive-file/environment template': 'note note',
  'sensitive-file/credentials': 'error error',
  'sensitive-file/credentials settings': 'warning note',
  'sensitive-file/credentials template': 'note note',
  'sensitive-file/key': 'error error',
  'sensitive-file/key debug': 'note note',
  'sensitive-file/version-control': 'error error',
  'sensitive-file/version-control pointer': 'warning note',
  'sensitive-file/agent-instructions': 'error warning',
  'sensitive-file/agent-instructions listed': 'warning note',
  'sensitive-file/agent-instructions prompt': 'warning note',
  'sensitive-file/agent-instructions skill': 'warning note',
  'sensitive-file/agent-instructions template': 'note note',
  'sensitive-file/litter': 'error warning',
  'sensitive-file/litter template': 'note note',
  'sensitive-file/log': 'error warning',
  'sensitive-file/log history': 'error error',
  'sensitive-file/log unsure': 'warning note',
  'sensitive-file/dump': 'error error',
  'sensitive-file/dump database': 'error warning',
  'sensitive-file/dump people': 'warning warning',
  'sensitive-file/dump schema': 'warning note',
  'sensitive-file/archive': 'error warning',
  'sensitive-file/ci': 'error warning',
  'sensitive-file/ci community': 'note off',
  'sensitive-file/ci template': 'note note',
  'sensitive-file/test': 'error warning',
  'sensitive-file/test data': 'warning off',
  'sensitive-file/test template': 'note off',
  'sensitive-file/model-weights': 'error warning',
  'sensitive-file/outsized': 'warning note',
  'sensitive-file/outsized share': 'note note',
  'debug-info/native': 'error note',
  'debug-info/native foreign': 'note note',
  'debug-info/wasm': 'error note',
  'debug-info/wasm foreign': 'note note',
  'debug-info/heap-snapshot': 'error note',
  'debug-info/names': 'note note',
  'allowlist/unlisted': 'error error',
  'allowlist/missing': 'note note',
  'allowlist/unused': 'note note',
  'allowlist/everything': 'warning warning',
  'drift/kind': 'warning warning',
  'drift/growth': 'warning warning',
  'drift/command': 'warning warning',
  'drift/files': 'warning warning',
  'archive/duplicate-path': 'error error',
  'archive/duplicate-path same': 'warning warning',
  'archive/colliding-path': 'warning warning',
  'archive/unsafe-path': 'error error',
  'archive/special-entry': 'error error',
  'archive/trailing-data': 'error error',
  'archive/limit': 'error error',
  'archive/ambiguous': 'error error',
  'archive/uninspected': 'error error',
  'policy/waiver-expired': 'error error',
  'policy/waiver-unused': 'note note',
  'policy/ignore-unused': 'note note',
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
const all: readonly RuleTexts[] = [...RULES, ...POLICY_RULES];
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
