import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { runAction } from './runner.ts';
import { checkJson } from './tools/check.ts';
import { ROOT, run } from './tools/install.ts';
import { runtimes } from './tools/node.ts';

const DIST = join(ROOT, 'dist');
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };

/** A package of two files, packed; with a map where `map` is given. */
function packed(folder: string, name: string, map?: object): void {
  const root = join(folder, name);
  mkdirSync(root);
  writeFileSync(join(root, 'package.json'), JSON.stringify({ name, version: '1.0.0', main: 'a.js' }));
  writeFileSync(join(root, 'a.js'), 'export default()=>1;\n');
  if (map) writeFileSync(join(root, 'a.js.map'), JSON.stringify(map));
  run('npm', ['pack', '--ignore-scripts', '--loglevel=error', '--pack-destination', folder], root);
  rmSync(root, { recursive: true });
}

describe('the built files', () => {
  it('are what the sources build', () => {
    const fresh = mkdtempSync(join(tmpdir(), 'packgate-dist-'));
    try {
      const told = run(process.execPath, ['.ci/build.mjs', fresh], ROOT);
      assert.deepEqual(readdirSync(DIST).sort(), readdirSync(fresh).sort());
      for (const name of readdirSync(fresh)) {
        const same = readFileSync(join(DIST, name)).equals(readFileSync(join(fresh, name)));
        assert.ok(same, `dist/${name} is not what the sources build; run npm run build`);
      }
      // A millisecond for every 40 kB or so, in each run: what only some runs need belongs into .ci/late.mjs.
      const [, begin, check] = /cli\.js: (\d+) kB of code to begin with, (\d+) kB more for a check/.exec(
        told,
      )!;
      assert.ok(Number(begin) <= 30, `the command line begins with ${begin} kB of code`);
      assert.ok(Number(check) <= 248, `a check begins with ${check} kB of code`);
    } finally {
      rmSync(fresh, { recursive: true });
    }
  });

  it('may be published, says packgate', () => {
    // By default, and by the project's own list.
    for (const config of [[], ['--config', '.github/packgate.yml']]) {
      const { verdict, status } = checkJson('.', ROOT, '--ignore-scripts', ...config);
      const stopping = verdict.findings.filter(({ severity }) => severity === 'error');
      assert.deepEqual([status, stopping], [0, []]);
    }
  });

  it('keep the runner out of the command line', () => {
    assert.doesNotMatch(readFileSync(join(DIST, 'cli.js'), 'utf8'), /@actions\//);
  });

  it('carry no source map', () => {
    for (const name of readdirSync(DIST)) {
      assert.doesNotMatch(name, /\.map$/);
      assert.doesNotMatch(readFileSync(join(DIST, name), 'utf8'), /^\/\/[#@] sourceMappingURL=/m);
    }
  });
});

for (const { name, binary } of runtimes()) {
  describe(`with nothing beside it, on ${name}`, () => {
    let folder: string;
    before(() => {
      folder = mkdtempSync(join(tmpdir(), 'packgate-alone-'));
      packed(folder, 'clean');
      packed(folder, 'leaky', {
        version: 3,
        sources: ['a.ts'],
        sourcesContent: ['let a;\n'],
        mappings: 'AAAA',
      });
    });
    after(() => rmSync(folder, { recursive: true }));

    /** Copies one built file into an empty folder. */
    const alone = (file: string): string => {
      const empty = mkdtempSync(join(folder, 'alone-'));
      cpSync(join(DIST, file), join(empty, file));
      return join(empty, file);
    };

    const cli = (...args: string[]) =>
      spawnSync(binary, [alone('cli.js'), ...args], { cwd: folder, encoding: 'utf8' });

    it('cli.js tells its version', () => {
      const { stdout, stderr, status } = cli('--version');
      assert.deepEqual({ stdout, stderr, status }, { stdout: `${version}\n`, stderr: '', status: 0 });
    });

    it('cli.js runs where package.json calls scripts ES modules', () => {
      const entry = alone('cli.js');
      writeFileSync(join(dirname(entry), 'package.json'), '{ "type": "module" }');
      const { stdout, status } = spawnSync(binary, [entry, '--version'], { encoding: 'utf8' });
      assert.deepEqual([stdout, status], [`${version}\n`, 0]);
    });

    it('cli.js reads a config, of which the reader is compiled only then', () => {
      writeFileSync(join(folder, 'strict.yml'), 'allow: [package.json, "!a.js"]\n');
      const { stdout, status } = cli(
        'check',
        './clean-1.0.0.tgz',
        '--config',
        'strict.yml',
        '--format',
        'json',
      );
      const [finding] = JSON.parse(stdout).findings;
      assert.deepEqual([status, finding.rule, finding.path], [1, 'allowlist/unlisted', 'a.js']);
    });

    it('cli.js lets a clean package pass', () => {
      const { stdout, status } = cli('check', './clean-1.0.0.tgz', '--format', 'json');
      assert.equal(JSON.parse(stdout).verdict, 'pass');
      assert.equal(status, 0);
    });

    it('cli.js stops a leaky one', () => {
      const { stdout, status } = cli('check', './leaky-1.0.0.tgz', '--format', 'json');
      const [finding] = JSON.parse(stdout).findings;
      assert.deepEqual([status, finding.rule, finding.path], [1, 'source-map/file', 'a.js.map']);
    });

    it('cli.js finds a credential, by patterns that it holds itself', () => {
      const token = ['npm', 'a8B3kZ0qWm5tRx7yLp2sVn9cJf4hGd6uQe1o'].join('_');
      const root = join(folder, 'credential');
      mkdirSync(root);
      writeFileSync(join(root, 'package.json'), JSON.stringify({ name: 'credential', version: '1.0.0' }));
      writeFileSync(join(root, '.env.local'), `NPM_TOKEN=${token}\n`);
      run('npm', ['pack', '--ignore-scripts', '--loglevel=error', '--pack-destination', folder], root);
      const { stdout, stderr, status } = cli('check', './credential-1.0.0.tgz', '--format', 'json');
      assert.equal(status, 1, stderr);
      const [{ rule, path, line, column, message }] = JSON.parse(stdout).findings;
      assert.deepEqual([rule, path, line, column], ['secret/token', '.env.local', 1, 11]);
      assert.equal(message, 'This file holds an npm access token (npm_…, 40 characters).');
      assert.ok(!stdout.includes(token.slice(8)));
    });

    for (const [target, status, verdict] of [
      ['clean', 0, 'pass'],
      ['leaky', 1, 'fail'],
    ] as const) {
      it(`index.js says ${verdict} of a ${target} package`, async () => {
        const inputs = { target: `./${target}-1.0.0.tgz` };
        const step = await runAction({ workspace: folder, inputs, entry: alone('index.js'), node: binary });
        assert.deepEqual([step.status, step.outputs.verdict], [status, verdict], step.stderr);
      });
    }
  });
}
