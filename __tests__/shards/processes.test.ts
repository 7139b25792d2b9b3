import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, type TestContext, test } from 'node:test';
import { makeFolder, type Tree } from '../folders.ts';
import { parseReport } from '../report-schema.ts';
import { mapText } from '../rules/source-map/maps.ts';
import { parseSarif } from '../sarif-schema.ts';
import { packed } from '../tarballs.ts';
import { CLI } from '../tools/check.ts';

const MINIFIED = 'const a=n=>{let t=0;for(const e of n)t+=e.v*e.w;return t};export{a as total};\n'.repeat(4);

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** One process of the built command line, as a job of a workflow would start it. */
function packgate(cwd: string, line: string, env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [CLI, ...line.split(' ')], {
      cwd,
      env: { ...process.env, ...env },
    });
    const said = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        said[name] += text;
      });
    }
    child.on('error', failed);
    child.on('close', (status) => done({ status, ...said }));
  });
}

function release(t: TestContext, names: string, how = {}): string {
  const cwd = makeFolder(t);
  fill(cwd, names, how);
  return cwd;
}

/** Makes the tarballs of a release, `out/a.tgz` and so on; of those in `leaking` each has a map, and those in `broken` are none. */
function fill(cwd: string, names: string, { leaking = '', broken = '' } = {}): void {
  mkdirSync(join(cwd, 'out'));
  for (const name of names) {
    const files = {
      'package.json': JSON.stringify({ name: `@acme/${name}`, version: '1.0.0' }),
      'dist/a.js': MINIFIED,
      ...(leaking.includes(name) && { 'dist/a.js.map': mapText() }),
    };
    const bytes = broken.includes(name) ? Buffer.from('no tarball') : packed(files);
    writeFileSync(join(cwd, `out/${name}.tgz`), bytes);
  }
}

const JSON_OF = (index: number, of: number, more = '') =>
  `check ./out/*.tgz --shard ${index}/${of} --format json --output shards/${index}.json${more}`;

/** One process for each shard, one after the other; gives their exit status. */
async function splitIn(cwd: string, of: number, more = ''): Promise<(number | null)[]> {
  const statuses: (number | null)[] = [];
  for (let index = 1; index <= of; index++) {
    statuses.push((await packgate(cwd, JSON_OF(index, of, more))).status);
    parseReport(readFileSync(join(cwd, `shards/${index}.json`), 'utf8'));
  }
  return statuses;
}

const FORMATS = ['text', 'json', 'sarif', 'markdown'];

describe('shards as processes of the built files', () => {
  // Four packages: fewer than the last number of shards.
  for (const [of, statuses] of [
    [1, [1]],
    [2, [0, 1]],
    [3, [0, 1, 0]],
    [7, [0, 1, 0, 0, 0, 0, 0]],
  ] as const) {
    test(`${of}: the merge tells what one run tells, in every format, with the same status`, async (t) => {
      const cwd = release(t, 'abcd', { leaking: 'b' });
      assert.deepEqual(await splitIn(cwd, of), statuses);
      for (const format of FORMATS) {
        const whole = await packgate(cwd, `check ./out/*.tgz --format ${format}`);
        const merged = await packgate(cwd, `merge shards --format ${format}`);
        assert.deepEqual(merged, whole, format);
        assert.equal(merged.status, 1);
      }
    });
  }

  test('a pass of all parts is a pass of the whole: SARIF, receipts and audit log hold', async (t) => {
    const cwd = release(t, 'abcde');
    assert.deepEqual(await splitIn(cwd, 2, ' --keep ./kept'), [0, 0]);
    const merged = await packgate(
      cwd,
      'merge shards/1.json shards/2.json --format sarif --output all.sarif --receipt receipts.jsonl --audit-log log/audit.jsonl',
    );
    assert.equal(merged.status, 0, merged.stderr);
    const ids = parseSarif(readFileSync(join(cwd, 'all.sarif'), 'utf8')).runs.map(
      (run: { automationDetails: { id: string } }) => run.automationDetails.id,
    );
    assert.deepEqual(
      ids,
      [...'abcde'].map((name) => `packgate/@acme/${name}/`),
    );
    const head = /head ([0-9a-f]{64})/.exec(merged.stderr)![1];
    assert.equal((await packgate(cwd, `audit verify log/audit.jsonl --head ${head}`)).status, 0);
    assert.equal(readFileSync(join(cwd, 'receipts.jsonl'), 'utf8').trim().split('\n').length, 5);
    const verified = await packgate(cwd, 'verify kept --receipt receipts.jsonl');
    assert.equal(verified.status, 0, verified.stdout);
    assert.equal(verified.stdout.match(/^PASS /gm)?.length, 5);
    // As without shards, a package that is gone since is missed.
    rmSync(join(cwd, 'kept/c.tgz'));
    assert.equal((await packgate(cwd, 'verify kept --receipt receipts.jsonl')).status, 1);
  });

  test('a shard with nothing says so, and is no pass of the whole', async (t) => {
    const cwd = release(t, 'ab', { leaking: 'a' });
    const nothing = await packgate(cwd, 'check ./out/*.tgz --shard 3/3 --receipt r.jsonl');
    assert.equal(nothing.status, 0, nothing.stderr);
    assert.match(nothing.stdout, /^PASS {2}shard 3 of 3: none of the 2 targets falls to it\n/);
    assert.match(nothing.stdout, /Next: packgate merge joins the reports of all 3 shards/);
    assert.deepEqual(readdirSync(cwd), ['out']);
    const sarif = parseSarif((await packgate(cwd, 'check ./out/*.tgz --shard 3/3 --format sarif')).stdout);
    assert.deepEqual([sarif.runs.length, sarif.runs[0].results], [1, []]);
    await packgate(cwd, JSON_OF(3, 3));
    const merged = await packgate(cwd, 'merge shards');
    assert.equal(merged.status, 2);
    assert.match(merged.stderr, /shards 1, 2 of 3 are lost/);
    // Where there is nothing at all to split, no shard passes.
    assert.equal((await packgate(cwd, 'check ./nowhere/*.tgz --shard 1/2')).status, 2);
  });

  /** What is done to the reports of three shards that would pass, and the one line that refuses them. */
  const cases: readonly [string, RegExp, (cwd: string) => unknown][] = [
    ['lost', /^packgate: shard 2 of 3 is lost: /, (cwd) => rmSync(join(cwd, 'shards/2.json'))],
    [
      'doubled',
      /^packgate: shard 2\/3 is there twice: shards\/2\.json and shards\/again\.json; /,
      (cwd) => cpSync(join(cwd, 'shards/2.json'), join(cwd, 'shards/again.json')),
    ],
    [
      'doubled in the place of another',
      /^packgate: shard 2\/3 is there twice/,
      (cwd) => cpSync(join(cwd, 'shards/2.json'), join(cwd, 'shards/3.json')),
    ],
    ['of another split', /is one of another number of shards/, (cwd) => packgate(cwd, JSON_OF(2, 4))],
    [
      'of other targets',
      /^packgate: shards\/2\.json: shard 2\/3 is a part of other targets than shard 1\/3 \(shards\/1\.json\); /,
      (cwd) => {
        cpSync(join(cwd, 'out/a.tgz'), join(cwd, 'out/b2.tgz'));
        return packgate(cwd, JSON_OF(2, 3));
      },
    ],
    [
      'of another preset',
      /was decided by another policy/,
      (cwd) => packgate(cwd, JSON_OF(2, 3, ' --preset open')),
    ],
    [
      'of another config',
      /was decided by another policy/,
      (cwd) => {
        writeFileSync(join(cwd, 'packgate.yml'), 'rules: { source-map/file: off }\n');
        return packgate(cwd, JSON_OF(2, 3));
      },
    ],
    ['of another --fail-on', /another policy/, (cwd) => packgate(cwd, JSON_OF(2, 3, ' --fail-on warning'))],
    [
      'of another commit',
      /is for another commit/,
      (cwd) => packgate(cwd, JSON_OF(2, 3), { GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567' }),
    ],
    ['of another workflow run', /another run/, (cwd) => packgate(cwd, JSON_OF(2, 3), { GITHUB_RUN_ID: '7' })],
    [
      'of another version',
      /^packgate: shards\/2\.json: packgate 99\.0\.0 made it, and this is \d/,
      (cwd) => edit(cwd, (text) => text.replace(/"packgate": "[^"]*"/, '"packgate": "99.0.0"')),
    ],
    [
      'cut',
      /^packgate: shards\/2\.json: it is no JSON, or was cut; /,
      (cwd) => edit(cwd, (text) => text.slice(0, -9)),
    ],
    ['empty', /^packgate: shards\/2\.json: it is empty; /, (cwd) => edit(cwd, () => '')],
    [
      'altered',
      /^packgate: shards\/2\.json: it was altered or damaged: its content/,
      (cwd) => edit(cwd, (text) => text.replace('"name": "@acme/b"', '"name": "@acme/x"')),
    ],
    [
      'no report',
      /^packgate: shards\/2\.json: it is no report of packgate/,
      (cwd) => edit(cwd, () => '{"a":1}'),
    ],
    [
      'of a whole run',
      /^packgate: shards\/2\.json: it is no part of a run: it was made without --shard/,
      (cwd) => packgate(cwd, 'check ./out/*.tgz --format json --output shards/2.json'),
    ],
    [
      'of a run that could not begin',
      /^packgate: shards\/2\.json: nothing was inspected there: packgate\.yml.* unknown key/,
      (cwd) => {
        writeFileSync(join(cwd, 'packgate.yml'), 'alow: []\n');
        return packgate(cwd, JSON_OF(2, 3));
      },
    ],
    [
      'in company of another JSON file',
      /^packgate: shards\/release\.json: it is no report of packgate/,
      (cwd) => writeFileSync(join(cwd, 'shards/release.json'), '{}'),
    ],
  ];

  describe('two of three that pass do not pass where the third is', { concurrency: 2 }, () => {
    let good: string;
    before(async () => {
      good = mkdtempSync(join(tmpdir(), 'packgate-shards-'));
      fill(good, 'abc');
      assert.deepEqual(await splitIn(good, 3), [0, 0, 0]);
      assert.equal((await packgate(good, 'merge shards')).status, 0);
    });
    after(() => rmSync(good, { recursive: true, force: true }));

    for (const [what, refusal, spoil] of cases) {
      test(what, async (t) => {
        const cwd = makeFolder(t);
        cpSync(good, cwd, { recursive: true });
        await spoil(cwd);
        writeFileSync(join(cwd, 'r.jsonl'), '{"_type":"of an earlier run"}\n');
        const { status, stdout, stderr } = await packgate(
          cwd,
          'merge shards --format json --receipt r.jsonl',
        );
        assert.equal(status, 2, stdout);
        assert.match(stderr, refusal);
        assert.equal(stderr.trim().split('\n').length, 1);
        assert.equal(parseReport(stdout).verdict, 'error');
        assert.ok(!readdirSync(cwd).includes('r.jsonl'));
      });
    }
  });

  test('a target that one shard could not inspect is not inspected in the whole either, and nothing is receipted', async (t) => {
    const cwd = release(t, 'abcd', { leaking: 'a', broken: 'd' });
    assert.deepEqual(await splitIn(cwd, 2), [1, 2]);
    for (const format of FORMATS) {
      const merged = await packgate(cwd, `merge shards --format ${format} --receipt r.jsonl`);
      assert.deepEqual(merged, await packgate(cwd, `check ./out/*.tgz --format ${format}`));
      assert.equal(merged.status, 2);
    }
    assert.ok(!readdirSync(cwd).includes('r.jsonl'));
  });

  // Packs eight times with npm: about six seconds.
  test('a workspace: causes, places in the config and waivers come along', async (t) => {
    const member = (name: string) => ({
      name: `@acme/${name}`,
      version: '1.0.0',
      license: 'MIT',
      files: ['dist'],
    });
    const waiver = (path: string) =>
      `{ rule: source-map/file, path: ${path}, reason: public, owner: "@acme/release", expires: 2999-01-31 }`;
    const tree: Tree = {
      'package.json': { name: 'root', private: true, workspaces: ['packages/*'] },
      'packgate.yml': `allow: [dist/**]\nwaivers:\n  - ${waiver('dist/waived.js.map')}\n  - ${waiver('dist/gone.js.map')}\n`,
      ...Object.fromEntries(
        ['a', 'b', 'c', 'd'].flatMap((name) => [
          [`packages/${name}/package.json`, member(name)],
          [`packages/${name}/dist/a.js`, MINIFIED],
        ]),
      ),
      'packages/b/dist/a.js.map': mapText(),
      'packages/c/dist/waived.js.map': mapText(),
      'packages/e/package.json': { ...member('e'), private: true },
    };
    const cwd = makeFolder(t, tree);
    for (const index of [1, 2]) {
      await packgate(
        cwd,
        `check --shard ${index}/2 --format json --output shards/${index}.json --keep ./kept`,
      );
    }
    const whole = await packgate(cwd, 'check --format json --output whole.json --keep ./kept');
    assert.equal(whole.status, 1, whole.stderr);
    const merged = await packgate(cwd, 'merge shards --format json');
    assert.equal(merged.stdout, readFileSync(join(cwd, 'whole.json'), 'utf8'));
    assert.match(merged.stdout, /gone\.js\.map.*covers nothing.*of use to none of the 4 packages/);
    assert.doesNotMatch(merged.stdout, /waived\.js\.map.*covers nothing.*of use to none/);
    const text = await packgate(cwd, 'merge shards');
    assert.match(text.stdout, /To keep it out\s+of the package: /);
    assert.match(text.stdout, /Skipped 1 package of the workspace/);
    assert.match(text.stdout, /npm publish \.\/kept\/acme-a-1\.0\.0\.tgz/);
    const sarif = parseSarif((await packgate(cwd, 'merge shards --format sarif')).stdout);
    assert.match(JSON.stringify(sarif), /"uri":"packages\/b\/package\.json"/);
    // Somebody's release went on between the jobs.
    writeFileSync(join(cwd, 'packages/d/package.json'), JSON.stringify({ ...member('d'), version: '1.0.1' }));
    await packgate(cwd, 'check --shard 2/2 --format json --output shards/2.json');
    const foreign = await packgate(cwd, 'merge shards');
    assert.deepEqual([foreign.status, foreign.stdout], [2, '']);
    assert.match(foreign.stderr, /is a part of other targets/);
  });
});

function edit(cwd: string, how: (text: string) => string): void {
  const file = join(cwd, 'shards/2.json');
  writeFileSync(file, how(readFileSync(file, 'utf8')));
}
