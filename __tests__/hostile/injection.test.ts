import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { type TestContext, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { check } from '../../src/check.ts';
import { run } from '../../src/commands/run.ts';
import { POLICY_RULES } from '../../src/policy/rules.ts';
import { RULES } from '../../src/rules/index.ts';
import { makeFolder } from '../folders.ts';
import { runAction } from '../runner.ts';
import { MANIFEST, rawTar } from '../tarballs.ts';
import { ROOT } from '../tools/install.ts';

/** What would speak to a runner, break a table, run in a page, colour a terminal, or turn text around. */
const PAYLOADS = [
  '::error::INJECTED',
  '::set-output name=x::INJECTED',
  ' ::stop-commands::INJECTED',
  '##[error]INJECTED',
  '##[add-mask]INJECTED',
  '%0A::warning::INJECTED',
  '<img src=x onerror=alert(1)>INJECTED',
  '</td></tr></table><script>INJECTED',
  '<!-- INJECTED',
  '| a | INJECTED |',
  '`|`INJECTED',
  '![INJECTED](https://evil.example/x.png)',
  '[INJECTED](javascript:alert)',
  '@octocat INJECTED',
  '</details>INJECTED',
  '\u202eINJECTED\u2066',
  '\u200bINJECTED\u2028\u2029',
  '$(INJECTED)',
  '{{INJECTED}}',
];
/** These cannot stand in the name of a file that packgate reads on, and can in JSON. */
const IN_JSON = [
  ...PAYLOADS,
  'x\n::error::INJECTED',
  'x\r\n##[error]INJECTED',
  '\u001b[31mINJECTED\u001b]0;title\u0007',
  '\u009b31mINJECTED',
  '\ud800INJECTED',
  'INJECTED\udfff',
  '\0INJECTED',
];

const map = (sources: readonly string[]) =>
  JSON.stringify({
    version: 3,
    sources,
    sourcesContent: sources.map(() => 'let a'),
    mappings: 'AAAA',
    sourceRoot: '',
  });

/** A package that has each of them wherever a report quotes something. */
function hostilePackage(): Buffer {
  const manifest = { name: IN_JSON.join('/'), version: IN_JSON.join(' '), files: PAYLOADS, bin: PAYLOADS };
  return gzipSync(
    rawTar(
      { ...MANIFEST, body: JSON.stringify(manifest) },
      ...PAYLOADS.flatMap((payload, index) => [
        { name: `package/${payload.slice(0, 80)}.map`, body: map([`src/${IN_JSON[index]}/a.ts`]) },
        {
          name: `package/${index}/${payload.slice(0, 70)}.ts`,
          body: 'export const a: string = "x";\n'.repeat(40),
        },
        {
          name: `package/${index}.js`,
          body: `a//# sourceMappingURL=https://evil.example/${payload.replaceAll(' ', '')}`,
        },
        { name: `package/${index}/${payload.slice(0, 70)}.7z`, body: Buffer.from('377abcaf271c0004', 'hex') },
      ]),
      {
        name: 'package/all.map',
        body: map(IN_JSON.flatMap((text) => [text, `https://${text}/a.ts`, `s3://${text}/b`])),
      },
    ),
  );
}

const CONFIG = JSON.stringify({
  allow: ['package.json', ...PAYLOADS.map((text) => `${text.replace(/[[\](){}<>|!@/\\]/g, '_')}x`)].filter(
    (pattern) => !/[\u0000-\u001f\u007f-\u009f\u2028\u2029]|^\//.test(pattern),
  ),
  waivers: IN_JSON.map((text, index) => ({
    rule: 'source-map/reference',
    path: `${index}.js`,
    reason: text,
    owner: text,
    expires: index % 2 === 0 ? '2099-01-01' : '2020-01-01',
  })),
});

/** What may not be in anything that a terminal, a log or a page shows. */
function harmless(text: string, name: string): void {
  assert.equal(Buffer.from(text).toString(), text, `${name} is valid UTF-8`);
  assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/, `${name}: a control character`);
  assert.doesNotMatch(
    text,
    /[\p{Cs}\p{Zl}\p{Zp}\u200b\u202a-\u202e\u2066-\u2069]/u,
    `${name}: what hides or turns text`,
  );
  assert.doesNotMatch(text, /##\[/, `${name}: an old command`);
  assert.doesNotMatch(text, /^\s*::/m, `${name}: a command`);
}

/** Markdown with nothing in it but what packgate itself writes. */
function plainMarkdown(text: string, name: string): void {
  const known = /<\/?(?:details|summary|code|b|sub|br)>|<!-- (?:packgate )?-->/g;
  const bare = text
    // Code is shown as it is.
    .replace(/(?<!`)(`+)(?!`)[^`\n]*?(?<!`)\1(?!`)/g, '')
    .replace(known, '\u00a7');
  assert.doesNotMatch(bare, /<[a-z/!]/i, `${name}: a tag`);
  assert.doesNotMatch(bare, /(?<!\\)!?\[[^\]\n]*INJECTED[^\]\n]*\]\(/, `${name}: a link or a picture`);
  assert.doesNotMatch(bare, /(?<![\w&])@octocat/, `${name}: a mention`);
  let columns = 0;
  for (const line of text.split('\n')) {
    const cells = line.startsWith('|') ? line.replace(/\\\|/g, '').split('|').length : 0;
    if (cells > 0 && columns > 0) assert.equal(cells, columns, `${name}: ${line}`);
    columns = cells;
  }
}

function room(t: TestContext): string {
  const cwd = makeFolder(t);
  writeFileSync(join(cwd, '##[error]::error::INJECTED.tgz'), hostilePackage());
  writeFileSync(join(cwd, 'packgate.json'), CONFIG);
  return cwd;
}

function cli(cwd: string, ...words: string[]) {
  return spawnSync(process.execPath, [join(ROOT, 'dist/cli.js'), ...words], {
    cwd,
    encoding: 'buffer',
    maxBuffer: 1 << 28,
  });
}

/** The same in this process: hundreds of command lines are tried. */
async function here(cwd: string, words: readonly string[]) {
  const said = { stdout: '', stderr: '' };
  const stream = (name: 'stdout' | 'stderr') =>
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        said[name] += chunk;
        done();
      },
    });
  const terminal = { argv: words, cwd, env: process.env, now: new Date() };
  const parts = { check, rules: [...RULES, ...POLICY_RULES] };
  const status = await run(
    { ...terminal, stdout: stream('stdout'), stderr: stream('stderr') },
    async () => parts,
  );
  return { status, ...said };
}

const TARGET = './##[[]error]*.tgz';

for (const format of ['text', 'json', 'sarif', 'markdown'] as const) {
  test(`${format}: a hostile package and a hostile config say nothing of their own`, (t) => {
    const { status, stdout, stderr } = cli(room(t), 'check', TARGET, '--format', format);
    assert.equal(status, 1, stderr.toString());
    const text = stdout.toString();
    harmless(text, format);
    assert.match(text, /INJECTED/);
    assert.ok(stdout.equals(Buffer.from(text)), 'valid UTF-8, byte by byte');
    if (format === 'markdown') plainMarkdown(text, format);
    if (format === 'json' || format === 'sarif') JSON.parse(text);
  });
}

test('what the config comes to, and what is wrong with it, say nothing of their own', async (t) => {
  const cwd = room(t);
  const { status, stdout } = await here(cwd, ['check', '--print-config']);
  assert.equal(status, 0);
  harmless(stdout, '--print-config');
  for (const text of IN_JSON) {
    for (const config of [
      { [text]: 1 },
      { preset: text },
      { rules: { [text]: 'error' } },
      { waivers: [text] },
      { limits: { entries: text } },
    ]) {
      writeFileSync(join(cwd, 'packgate.json'), JSON.stringify(config));
      const refused = await here(cwd, ['check', TARGET]);
      assert.equal(refused.status, 2);
      harmless(refused.stderr, JSON.stringify(config));
      assert.match(refused.stderr, /^packgate: [^\n]+\n$/);
    }
  }
});

test('command lines say nothing of their own', async (t) => {
  const cwd = makeFolder(t);
  for (const text of IN_JSON.filter((payload) => !payload.includes('\0'))) {
    for (const words of [
      [text],
      ['check', text],
      ['check', '--config', text],
      ['check', `--${text}`],
      ['explain', text],
      ['check', `npm:${text}`],
      ['verify', text, '--receipt', text],
      ['audit', 'verify', text],
    ]) {
      const { status, stdout, stderr } = await here(cwd, words);
      assert.equal(status, 2, words.join(' '));
      harmless(stdout + stderr, JSON.stringify(words));
      if (words[0] !== 'verify') assert.match(stderr, /^packgate: [^\n]+\n$/);
    }
  }
});

test('the Action: its log obeys nobody but itself, and the summary is plain', async (t) => {
  const cwd = room(t);
  const step = await runAction({
    workspace: cwd,
    inputs: { target: TARGET, 'json-file': 'report.json', 'sarif-file': 'report.sarif' },
  });
  assert.equal(step.status, 1, step.stderr);
  for (const line of step.stdout.split('\n')) {
    assert.doesNotMatch(line, /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    assert.doesNotMatch(line, /##\[/);
    // Commands of packgate itself: annotations and groups, whose data have no line ends.
    if (/^\s*::/.test(line))
      assert.match(line, /^::(?:error|warning|notice|group|endgroup|add-mask|debug)[ :]/, line);
    assert.doesNotMatch(line, /^::(?:error|warning)::INJECTED/);
  }
  harmless(step.summary, 'the summary');
  plainMarkdown(step.summary, 'the summary');
  for (const file of ['report.json', 'report.sarif']) {
    assert.ok(existsSync(join(cwd, file)));
    harmless(readFileSync(join(cwd, file), 'utf8'), file);
  }
});
