// A made-up application built by real tools, each at its exact version. The first run installs 458 MB of them (16 s)
// and builds everything in some two to three minutes; what was built is kept in `.cache`, and a later run takes some 20 seconds.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import zlib from 'node:zlib';
import { check } from '../../src/check.ts';
import { checkJson } from '../tools/check.ts';
import { applicationTexts } from './application.ts';
import { buildAll } from './builds.ts';
import type { Case } from './case.ts';
import { FORMS, type Form } from './forms.ts';
import { packageFolder, tarballName } from './place.ts';
import { figuresOfFile, filesIn, plainFigures } from './plain.ts';
import { CANNOT_RUN, TOOLS } from './tools.ts';

const READS_ZSTD = 'zstdDecompressSync' in zlib;
const NOW = new Date('2026-11-21T12:00:00Z');
/** Of a package that lists what it ships, only what it ships is found. */
const ALLOW = ['package.json', 'README.md', 'dist/**', '!dist/*.never'];
const application = applicationTexts();

interface Seen {
  readonly tool: string;
  readonly one: Case;
}
const seen: Seen[] = [];
let folders: ReadonlyMap<string, string>;

before(async () => {
  folders = await buildAll(Object.keys(TOOLS));
});

/** The file that a user would point packgate at. */
function targetOf(tool: string, one: Case): string {
  const folder = folders.get(tool)!;
  return one.target === undefined
    ? join(folder, tarballName(tool, one))
    : join(folder, packageFolder(one), 'dist', one.target);
}

/** Runs the gate and gives what it says, with paths as the case has them. */
async function gate(tool: string, one: Case) {
  const run = await check(
    { targets: [targetOf(tool, one)], allow: ALLOW, failOn: 'error', ignoreScripts: false },
    { cwd: folders.get(tool)!, env: process.env, now: NOW, progress: () => {} },
  );
  const [verdict] = run.packages;
  assert.ok(verdict !== undefined && verdict.outcome !== 'error', JSON.stringify(verdict));
  return verdict;
}

const claims = (told: Case['told']) =>
  Object.entries(told)
    .flatMap(([rule, paths]) => [paths].flat().map((path) => `${rule} ${path}`))
    .sort();

for (const [tool, cases] of Object.entries(TOOLS)) {
  describe(tool, () => {
    for (const one of cases) {
      test(`${one.form === 'clean' ? 'is quiet about' : 'finds'} ${one.name}`, async () => {
        const verdict = await gate(tool, one);
        const found = verdict.findings.filter(({ rule }) => !rule.startsWith('allowlist/'));
        const lines = found.map(({ rule, path }) => `${rule} ${path}`).sort();
        assert.deepEqual(lines, claims(one.told), found.map(({ message }) => message).join('\n'));
        const unread = one.zstd && !READS_ZSTD;
        assert.equal(verdict.uninspected.length, unread ? 1 : 0, JSON.stringify(verdict.uninspected));
        seen.push({ tool, one });
        if (one.uncounted !== undefined) return;
        const files = filesIn(join(folders.get(tool)!, packageFolder(one)));
        const { sources, lines: many, bytes, namedOnly } = verdict.exposure;
        const wanted = plainFigures(one, files, application);
        assert.deepEqual(
          { sources, lines: many, bytes, namedOnly },
          unread ? { ...wanted, lines: 0 } : wanted,
        );
        if (one.opaque) return;
        for (const finding of found) {
          if (!/^source-map\/(?:file|inline)$/.test(finding.rule) || finding.path.includes('!')) continue;
          const { sources: named, lines: told, bytes: size } = finding.evidence ?? {};
          const wanted = figuresOfFile(finding.path, files.get(finding.path)!);
          assert.deepEqual({ named, lines: told, bytes: size }, wanted, finding.path);
        }
      });
    }
  });
}

describe('the whole zoo', () => {
  test('names each case of a tool but once', () => {
    for (const [tool, cases] of Object.entries(TOOLS)) {
      const names = cases.map(packageFolder);
      assert.deepEqual(names, [...new Set(names)], tool);
    }
  });

  test('has its size: 100 leaking packages of 40 forms, and 60 clean ones', (t) => {
    const all = Object.values(TOOLS).flat();
    const leaking = all.filter(({ form }) => form !== 'clean');
    const forms = new Set(leaking.map(({ form }) => form));
    assert.ok(leaking.length >= 100, `${leaking.length} leaking packages`);
    assert.ok(forms.size >= 40, `${forms.size} forms`);
    assert.ok(all.length - leaking.length >= 60, `${all.length - leaking.length} clean packages`);
    assert.deepEqual(
      (Object.keys(FORMS) as Form[]).filter((form) => !forms.has(form)),
      [],
      'forms that no case has',
    );
    for (const row of table()) t.diagnostic(row);
  });

  test('says why a tool is missing', () => {
    for (const [tool, reason] of Object.entries(CANNOT_RUN)) {
      assert.ok(!(tool in TOOLS) && reason.length > 20, tool);
    }
  });

  test('is told the same by the built command line', () => {
    for (const tool of Object.keys(TOOLS)) {
      const one = TOOLS[tool]!.find(({ form }) => form !== 'clean');
      if (one === undefined) continue;
      const options = ALLOW.flatMap((pattern) => ['--allow', pattern]);
      const { verdict } = checkJson(targetOf(tool, one), folders.get(tool)!, ...options);
      const found = verdict.findings.filter(({ rule }) => !rule.startsWith('allowlist/'));
      assert.deepEqual(
        found.map(({ rule, path }) => `${rule} ${path}`).sort(),
        claims(one.told),
        `${tool}: ${one.name}`,
      );
    }
  });
});

/** Forms by tools, as Markdown: how many packages of each passed. */
function table(): string[] {
  const forms = ['clean', ...Object.keys(FORMS)];
  const rows = forms.map((form) => {
    const of = seen.filter(({ one }) => one.form === form);
    const tools = [...new Set(of.map(({ tool }) => tool))].map(
      (tool) => `${tool} ${of.filter((each) => each.tool === tool).length}`,
    );
    return `| ${form} | ${of.length} | ${tools.join(', ')} |`;
  });
  return ['| form | packages | tools |', '| --- | ---: | --- |', ...rows];
}
