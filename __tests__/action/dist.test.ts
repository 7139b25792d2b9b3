import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { describe, type TestContext, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { makeFolder, type Tree } from '../folders.ts';
import { type Command, outsideCode, runAction, type StepResult } from '../runner.ts';
import { runtimes } from '../tools/node.ts';

const manifest = { name: '@acme/cli', version: '1.2.3', files: ['dist'], bin: 'dist/cli.js' };

const clean = {
  'package.json': JSON.stringify(manifest),
  'dist/cli.js': 'var a=1;console.log(a);\n',
};

const leaky = {
  ...clean,
  'dist/cli.js': 'var a=1;console.log(a);\n//# sourceMappingURL=cli.js.map\n',
  'dist/cli.js.map': JSON.stringify({
    version: 3,
    sources: ['../src/cli.ts', '../src/secret.ts'],
    sourcesContent: ['const a = 1;\nconsole.log(a);\n', 'export const b = 2;\n'],
    names: [],
    mappings: 'AAAA',
  }),
};

async function tarball(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const archive = pack();
  for (const [path, text] of Object.entries(files)) archive.entry({ name: `package/${path}` }, text);
  archive.finalize();
  return gzipSync(await buffer(archive));
}

async function workspace(
  t: TestContext,
  files: Readonly<Record<string, string>>,
  more: Tree = { 'package.json': manifest },
): Promise<string> {
  const folder = makeFolder(t, more);
  writeFileSync(join(folder, 'acme-cli-1.2.3.tgz'), await tarball(files));
  return folder;
}

function named(result: StepResult, name: string): readonly Command[] {
  return result.commands.filter((command) => command.name === name);
}

const target = './acme-cli-1.2.3.tgz';

describe('dist/index.js as the runner starts it', () => {
  test('a full disk is no pass', { skip: !existsSync('/dev/full') && 'no /dev/full here' }, async (t) => {
    const folder = await workspace(t, clean);
    const env = { GITHUB_OUTPUT: '/dev/full' };
    const { status, stdout } = await runAction({ workspace: folder, inputs: { target }, env });
    assert.equal(status, 2, stdout);
    assert.match(stdout, /::error::.*ENOSPC.*Nothing is claimed/);
  });

  for (const { name, binary } of runtimes()) {
    test(`stops a leak and lets a clean package pass on ${name}`, async (t) => {
      const folder = await workspace(t, clean);
      const good = await runAction({ workspace: folder, inputs: { target }, node: binary });
      assert.equal(good.status, 0, good.stdout + good.stderr);
      assert.equal(good.stderr, '');
      writeFileSync(join(folder, 'acme-cli-1.2.3.tgz'), await tarball(leaky));
      const bad = await runAction({ workspace: folder, inputs: { target }, node: binary });
      assert.equal(bad.status, 1, bad.stdout + bad.stderr);
    });
  }

  test('a pass names the bytes, and the file it names holds them', async (t) => {
    const folder = await workspace(t, clean);
    const { outputs } = await runAction({ workspace: folder, inputs: { target } });
    const bytes = readFileSync(join(folder, 'acme-cli-1.2.3.tgz'));
    assert.equal(outputs.verdict, 'pass');
    assert.equal(outputs.integrity, `sha512-${createHash('sha512').update(bytes).digest('base64')}`);
    assert.equal(outputs.sha256, createHash('sha256').update(bytes).digest('hex'));
    assert.equal(outputs.errors, '0');
    assert.match(outputs.tarball!, /^\.?\//);
    assert.deepEqual(readFileSync(join(folder, outputs.tarball!)), bytes);
  });

  test('a leak is told at the files line, in the summary, the outputs and the last sentence', async (t) => {
    const folder = await workspace(t, leaky);
    const result = await runAction({ workspace: folder, inputs: { target } });
    assert.equal(result.status, 1);
    const errors = named(result, 'error');
    assert.match(errors[0]!.properties.title!, /\(source-map\/file\) in @acme\/cli@1\.2\.3$/);
    assert.equal(errors[0]!.properties.file, 'package.json');
    assert.equal(errors[0]!.properties.line, '5');
    assert.match(
      errors.at(-1)!.message,
      /stops? this release: .*would expose 2 original files with \d+ lines/,
    );
    assert.match(result.summary, /dist\/cli\.js\.map/);
    assert.equal(result.outputs.verdict, 'fail');
    assert.ok(Number(result.outputs.errors) >= 1);
    assert.ok(existsSync(join(folder, result.outputs.tarball!)), 'a person may want to look at it');
    assert.match(result.outputs.integrity!, /^sha512-/);
  });

  test('allow and fail-on decide as on the command line', async (t) => {
    const folder = await workspace(t, { ...clean, 'notes.txt': 'hello\n' });
    const strict = await runAction({
      workspace: folder,
      inputs: { target, allow: 'package.json\ndist/*.js' },
    });
    assert.equal(strict.status, 1);
    assert.match(strict.stdout, /allowlist\/unlisted/);
    const noted = await runAction({ workspace: folder, inputs: { target, 'fail-on': 'note' } });
    assert.equal(noted.status, 1);
  });

  test('the root of a workspace stands for its packages: one verdict, a tarball of each, the private one told', async (t) => {
    const member = (name: string) => ({ name, version: '1.0.0', license: 'MIT', files: ['dist'] });
    const folder = makeFolder(t, {
      'package.json': { name: 'root', private: true, workspaces: ['packages/*'] },
      'packgate.yml': 'packages:\n  "@acme/a": { allow: [dist/*.js] }\n  "@acme/b": { allow: [dist/b.js] }\n',
      'packages/a/package.json': member('@acme/a'),
      'packages/a/dist/a.js': clean['dist/cli.js'],
      'packages/b/package.json': member('@acme/b'),
      'packages/b/dist/b.js': clean['dist/cli.js'],
      'packages/c/package.json': { ...member('@acme/c'), private: true },
    });
    const good = await runAction({ workspace: folder, inputs: {} });
    assert.equal(good.status, 0, good.stdout + good.stderr);
    assert.equal(good.outputs.tarball, './.packgate/acme-a-1.0.0.tgz\n./.packgate/acme-b-1.0.0.tgz');
    assert.equal(JSON.parse(good.outputs.packages!).length, 2);
    for (const told of [good.stdout, good.summary]) assert.match(told, /Skipped 1 package .*packages\/c/);
    writeFileSync(join(folder, 'packages/b/dist/x.js'), clean['dist/cli.js']);
    const bad = await runAction({ workspace: folder, inputs: {} });
    assert.equal(bad.status, 1);
    assert.equal(bad.outputs.verdict, 'fail');
    const [error] = named(bad, 'error');
    assert.equal(error!.properties.file, 'packages/b/package.json');
  });

  test('a wrong input is called by its name', async (t) => {
    const folder = await workspace(t, clean);
    const { status, commands } = await runAction({ workspace: folder, inputs: { target, allow: './dist' } });
    assert.equal(status, 2);
    const message = commands.filter(({ name }) => name === 'error').at(-1)!.message;
    assert.match(message, /input "allow": the pattern `\.\/dist` begins with/);
    assert.doesNotMatch(message, /--allow/);
  });

  for (const [what, inputs, spoil] of [
    ['a cut archive', { target }, (bytes: Buffer) => bytes.subarray(0, bytes.length - 40)],
    ['no archive at all', { target }, () => Buffer.from('hello\n')],
    ['an empty file', { target }, () => Buffer.alloc(0)],
    ['a missing file', { target: './other.tgz' }, (bytes: Buffer) => bytes],
    ['a glob of nothing', { target: './out/*.tgz' }, (bytes: Buffer) => bytes],
    ['a missing config', { target, config: 'none.yml' }, (bytes: Buffer) => bytes],
    ['an empty target', { target: ' ' }, (bytes: Buffer) => bytes],
  ] as const) {
    test(`${what} is not inspected, and nothing is claimed`, async (t) => {
      const folder = await workspace(t, clean);
      writeFileSync(join(folder, 'acme-cli-1.2.3.tgz'), spoil(await tarball(clean)));
      const result = await runAction({ workspace: folder, inputs });
      assert.equal(result.status, 2, result.stdout + result.stderr);
      assert.equal(result.outputs.verdict, 'error');
      assert.equal(result.outputs.integrity, '');
      assert.match(
        named(result, 'error').at(-1)!.message,
        /^packgate could not inspect .*Nothing is claimed/,
      );
      assert.doesNotMatch(result.stdout, /packgate broke/);
      assert.match(result.summary, /\S/);
    });
  }

  test('the default target is the folder; its scripts see no token and cannot speak to the runner', async (t) => {
    const script =
      "console.log('::set-output name=verdict::pass\\n##[error]x'); require('fs').writeFileSync('dist/env.json', JSON.stringify(Object.keys(process.env)))";
    const folder = makeFolder(t, {
      'package.json': { ...manifest, scripts: { prepack: 'node prepack.cjs' } },
      'package-lock.json': { name: '@acme/cli', lockfileVersion: 3, packages: {} },
      'prepack.cjs': script,
      'dist/cli.js': clean['dist/cli.js'],
    });
    const result = await runAction({
      workspace: folder,
      token: 'made-token',
      env: { ACTIONS_RUNTIME_TOKEN: 'x' },
    });
    assert.equal(result.status, 0, result.stdout + result.stderr);
    const names: string[] = JSON.parse(readFileSync(join(folder, 'dist/env.json'), 'utf8'));
    assert.deepEqual(
      names.filter((name) => /^INPUT_|GITHUB_OUTPUT|RUNTIME_TOKEN/.test(name)),
      [],
    );
    assert.ok(
      result.commands.every(({ name }) => name === 'notice'),
      result.stdout,
    );
    assert.match(result.outputs.tarball!, /^\.\/\.packgate\/.*\.tgz$/);
    const kept = readFileSync(join(folder, result.outputs.tarball!));
    assert.equal(result.outputs.sha256, createHash('sha256').update(kept).digest('hex'));
  });

  test('hostile names in a package are no commands', async (t) => {
    const name = 'dist/x\n::add-mask::y\r##[error]z\u001b[31m\u202e<img src=x>|`@acme`.js.map';
    const version = '1.2.3\n::stop-commands::x';
    const folder = await workspace(t, {
      ...leaky,
      'package.json': JSON.stringify({ ...manifest, version }),
      [name]: leaky['dist/cli.js.map'],
    });
    const result = await runAction({ workspace: folder, inputs: { target } });
    assert.notEqual(result.status, 0);
    assert.ok(
      result.commands.every((command) => ['error', 'warning', 'notice'].includes(command.name)),
      result.stdout,
    );
    assert.doesNotMatch(result.stdout + result.summary, /[\u001b\u202e]|##\[/);
    assert.doesNotMatch(outsideCode(result.summary), /<img|@acme/);
    assert.doesNotMatch(result.stderr, /::|##\[/);
  });

  test('several targets: one verdict, a list of packages, the worst outcome', async (t) => {
    const folder = await workspace(t, clean);
    writeFileSync(join(folder, 'leaky.tgz'), await tarball(leaky));
    const { status, outputs } = await runAction({
      workspace: folder,
      inputs: { target: `${target}\n./leaky.tgz` },
    });
    assert.equal(status, 1);
    assert.deepEqual(
      JSON.parse(outputs.packages!).map((pkg: { verdict: string }) => pkg.verdict),
      ['pass', 'fail'],
    );
    assert.equal(outputs.integrity!.split('\n').length, 2);
  });

  test('JSON, SARIF and the receipt are left where they were asked for', async (t) => {
    const folder = await workspace(t, clean);
    const inputs = {
      target,
      'json-file': 'out/a.json',
      'sarif-file': 'out/a.sarif',
      'receipt-file': 'out/receipt.json',
    };
    const { outputs, status, stdout } = await runAction({ workspace: folder, inputs });
    assert.equal(status, 0, stdout);
    for (const name of ['json-file', 'sarif-file', 'receipt-file'] as const) {
      assert.equal(outputs[name], inputs[name]);
      assert.ok(existsSync(join(folder, inputs[name])), name);
    }
    const receipt = JSON.parse(readFileSync(join(folder, 'out/receipt.json'), 'utf8'));
    assert.equal(receipt.predicate.verificationResult, 'PASSED');
    writeFileSync(join(folder, 'acme-cli-1.2.3.tgz'), await tarball(leaky));
    await runAction({ workspace: folder, inputs });
    const failed = JSON.parse(readFileSync(join(folder, 'out/receipt.json'), 'utf8'));
    assert.equal(failed.predicate.verificationResult, 'FAILED');
  });
});
