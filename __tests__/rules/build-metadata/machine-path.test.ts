// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are templates themselves
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lookAt } from '../../../src/content/look.ts';
import { rule } from '../../../src/rules/build-metadata/machine-path.ts';
import { webpackStats } from '../../records.ts';
import { sight } from '../facts.ts';
import { mapText } from '../source-map/maps.ts';

/** Text to the example that the finding shows. */
const leaking: Record<string, [path: string, content: string | Buffer, example: string]> = {
  'byte code of Python': [
    'desk/rates.pyc',
    Buffer.concat([
      Buffer.from([0xa7, 13, 13, 10, 0, 0, 0, 0]),
      Buffer.from('\0\xf3\0s*/home/runner/work/desk/desk/src/rates.py\xda\x15negotiated', 'latin1'),
    ]),
    '/home/runner/work/desk/desk/src/rates.py',
  ],
  'a folder that a bundler wrote for __dirname': [
    'dist/cli.js',
    'var d="/home/runner/work/acme/acme/packages/cli/src";require(d+"/x")',
    '/home/runner/work/acme/acme/packages/cli/src',
  ],
  'a file that a compiler named': [
    'a.js',
    'jsxDEV("p",{},void 0,!1,{fileName:"/Users/hannah.k/dev/acme/src/App.tsx",lineNumber:7})',
    '/Users/…/dev/acme/src/App.tsx',
  ],
  'the home of somebody on Linux': ['a.js', "x('/home/hannah/acme/src/a.ts')", '/home/…/acme/src/a.ts'],
  'an address of a file': ['a.js', 'import("file:///Users/hannah/acme/src/a.js")', '/Users/…/acme/src/a.js'],
  'a place in eval': ['a.js', 'eval("x//# sourceURL=/Users/hannah/acme/src/a.js")', '/Users/…/acme/src/a.js'],
  'a comment that names the source': [
    'a.js',
    'x()\n//# sourceURL=/Users/hannah/acme/src/a.js',
    '/Users/…/acme/src/a.js',
  ],
  'a module behind its loaders': [
    'a.js',
    '"./node_modules/babel-loader/index.js!/home/hannah/acme/src/a.js":1',
    '/home/…/acme/src/a.js',
  ],
  'a folder of Windows': [
    'a.js',
    'p="C:\\\\Users\\\\Hannah K\\\\acme\\\\src\\\\a.ts"',
    'C:\\Users\\…\\acme\\src\\a.ts',
  ],
  'a folder of Windows in YAML': ['a.yml', "root: 'C:\\Users\\Hannah\\acme\\src'", 'C:\\Users\\…\\acme\\src'],
  'a folder of Windows as an address': [
    'a.js',
    'u="file:///C:/Users/Hannah/acme/a.js"',
    'C:\\Users\\…\\acme\\a.js',
  ],
  'a runner of Windows': [
    'a.js',
    'p="D:\\\\a\\\\acme\\\\acme\\\\src\\\\a.ts"',
    'D:\\a\\acme\\acme\\src\\a.ts',
  ],
  'a runner of macOS': [
    'a.json',
    '{"d":"/Users/runner/work/acme/acme/src"}',
    '/Users/runner/work/acme/acme/src',
  ],
  'a container job': ['a.js', 'd="/__w/acme/acme/src/a.js"', '/__w/acme/acme/src/a.js'],
  'an action in a container': ['a.js', 'd="/github/workspace/src/a.js"', '/github/workspace/src/a.js'],
  GitLab: ['a.js', 'd="/builds/acme/app/packages/ui/src/a.js"', '/builds/acme/app/packages/ui/src/a.js'],
  Jenkins: [
    'a.js',
    'd="/var/lib/jenkins/workspace/acme-release/src/a.js"',
    '/var/lib/jenkins/workspace/acme-release/src/a.js',
  ],
  CodeBuild: ['a.js', 'd="/codebuild/output/src123/src/lib/a.js"', '/codebuild/output/src123/src/lib/a.js'],
  Vercel: ['a.js', 'd="/vercel/path0/src/a.js"', '/vercel/path0/src/a.js'],
  Netlify: ['a.js', 'd="/opt/build/repo/src/a.js"', '/opt/build/repo/src/a.js'],
  'a temporary folder': [
    'a.js',
    'd="/private/var/folders/zz/zyx/T/acme/src/a.js"',
    '/private/var/folders/zz/zyx/T/acme/src/a.js',
  ],
  'a container of root': ['a.js', 'd="/root/acme/node_modules/x/a.js"', '/root/acme/node_modules/x/a.js'],
  'the manifest of an old npm': [
    'node_modules/x/package.json',
    '{\n  "_where": "/Users/hannah/dev/acme"\n}',
    '/Users/…/dev/acme',
  ],
  'a program in another language': [
    'a.node',
    Buffer.concat([Buffer.alloc(100), Buffer.from('panicked at/home/hannah/acme/engine/src/lib.rs\0')]),
    '/home/…/acme/engine/src/lib.rs',
  ],
  'a map whose sources are there': [
    'a.js.map',
    mapText({ sources: ['/Users/hannah/acme/src/a.ts', 'b.ts'] }),
    '/Users/…/acme/src/a.ts',
  ],
  'a map of Nuxt, whose sources name it in addresses': [
    'a.js.map',
    mapText({
      sources: ['../../virtual:nuxt:%2Fhome%2Frunner%2Fwork%2Facme%2Facme%2F.nuxt%2Fpaths.mjs', 'b.ts'],
    }),
    '/home/runner/work/acme/acme/.nuxt/paths.mjs',
  ],
  'a map with a root there': [
    'a.js.map',
    mapText({ sourceRoot: 'file:///home/runner/work/acme/acme/', sources: ['src/a.ts'] }),
    '/home/runner/work/acme/acme/src/a.ts',
  ],
  'a path that goes on when it runs': [
    'a.js',
    'p=`/home/hannah/acme/app/src/${name}.js`',
    '/home/…/acme/app/src',
  ],
  'the checkout of a runner of the company': [
    'a.js',
    'p="/home/runner/actions-runner/_work/acme/acme/src/a.ts"',
    '/home/runner/actions-runner/_work/acme/acme/src/a.ts',
  ],
};
const clean: Record<string, [string, string | Buffer]> = {
  'the folder of a container': ['a.js', 'p="/home/node/app/dist/index.js"'],
  'where a server runs it': [
    'a.js',
    'x="/home/firebase/app/.output/bundle.js",y="/home/deployer/sites/shop/current/a.js"',
  ],
  'what a test makes up': ['lib/a.test.js', 'f("C:\\\\Users\\\\hannah\\\\Desktop\\\\test")'],
  'an example': [
    'a.js',
    'x("/home/user/project/src/a.js","/Users/username/project/src/a.js","/Users/you/x/y")',
  ],
  'a place to fill in': [
    'a.js',
    'x("/Users/<name>/project/src","/home/${user}/project/src","/Users/.../a/b")',
  ],
  'somebody of no name': ['a.js', 'x("/home/john/project/src/a.js", "C:\\\\Users\\\\foo\\\\bar\\\\baz.js")'],
  'a comment of a public library': ['a.js', '// see file:///Users/hannah/code/lib/src/a.js for more\nx()'],
  'a comment with quotes': ['a.js', '  * e.g. "/Users/hannah/code/lib/src/a.js"\nx()'],
  prose: ['a.js', 'throw Error("cannot read /Users/hannah/code/lib/a.js, try again")'],
  documentation: ['README.md', 'd="/home/runner/work/acme/acme/src"'],
  'a pattern': ['a.js', 'p=/^\\/home\\/[^/]+\\/work/;q="/home/*/work/a"'],
  'where a runner keeps its own logs': [
    'a.js',
    'dirs=["/home/runner/_diag","/home/runner/actions-runner/_diag"]',
  ],
  'what stands in a comment behind code': ['a.d.ts', 'path: string // "/Users/hannah/app/cypress/a.cy.js"\n'],
  'where a program in a container keeps its own': [
    'a.js',
    'p=`/home/pwrunner/.cache/tool/webkit-${revision}/run.sh`',
  ],
  'a home alone': ['a.js', 'p="/home/hannah";q="/Users/hannah/"'],
  'an address on the web': [
    'a.js',
    'u="https://example.com/home/hannah/posts/a.html";v="https://github.com/Users/hannah/a/b";w="/builds/latest/download/a.zip"',
  ],
  'a route': ['a.js', 'app.get("/home/:id/posts/x")'],
  'the file system of Emscripten': ['a.js', 'HOME="/home/web_user/x/y"'],
  'tests of a compiler': ['a.js', 'cwd="/home/src/workspaces/project"'],
  'a class name': ['a.js', 'a.Users.list();"/api/Users/list/all/x"'],
  'a repository': ['a.js', 'u="https://github.com/actions/checkout/src/a.js"'],
  'what every program of a language holds': [
    'a.node',
    Buffer.from(
      '\0\0/home/runner/.cargo/registry/src/index.crates.io-6f17d22bba15001f/memchr-2.7.4/src/lib.rs\0',
    ),
  ],
  'a word in a binary file': ['a.bin', Buffer.from('\0\0/home/hannah/music/a.mp3\0')],
  'a record of the build, which is told as such': [
    'stats.json',
    webpackStats().replaceAll('/srv/app', '/Users/hannah/app'),
  ],
  'a map with paths in its text': [
    'a.map',
    mapText({ sourcesContent: ['x("/Users/hannah/acme/src/a.ts")'] }),
  ],
};

for (const [name, [path, content, example]] of Object.entries(leaking)) {
  test(`tells ${name}`, () => {
    assert.equal(sight(rule, path, content)[0]?.evidence?.example, example);
  });
}
for (const [name, [path, content]] of Object.entries(clean)) {
  test(`leaves ${name} alone`, () => assert.deepEqual(sight(rule, path, content), []));
}

test('counts, names each checkout once, and nobody', () => {
  const path = (file: string) => `"/Users/hannah.k/dev/acme/${file}"`;
  const text = `x(${['src/a.ts', 'src/b.ts', 'lib/c.ts'].map(path)},"/home/runner/work/b/b/x")`;
  const [sighting] = sight(rule, 'a.js', text);
  assert.equal(
    sighting?.message,
    'This file names 4 paths of the machine that built it, such as /Users/…/dev/acme/src/a.ts.',
  );
  assert.deepEqual(sighting?.evidence?.roots, ['/Users/…/dev/acme', '/home/runner/work/b']);
  assert.doesNotMatch(JSON.stringify(sighting), /hannah/);
});

test('finds the same however the file is cut', () => {
  const text = Buffer.from(
    `${'x();'.repeat(200)}p="/home/runner/work/acme/acme/src/a.ts";${'y();\n'.repeat(200)}q="C:\\\\Users\\\\hannah\\\\acme\\\\src\\\\b.ts";//# debugId=6168cf36-2df9-481c-bd7b-7d044564d6dc\n//#region src/c.ts\n`,
  );
  const traces = (step: number) => {
    const look = lookAt('a.js', text.length, false);
    for (let at = 0; at < text.length; at += step) look.push(text.subarray(at, at + step));
    return look.end().traces;
  };
  const whole = traces(text.length);
  assert.equal(whole?.machine?.count, 2);
  assert.deepEqual(whole?.debugIds, ['6168cf36-2df9-481c-bd7b-7d044564d6dc']);
  assert.equal(whole?.modules?.named, 1);
  for (const step of [1, 2, 3, 7, 64, 481, 799, 800, 801, 1000, 1500])
    assert.deepEqual(traces(step), whole, `cut at ${step}`);
});

test('says so where there are more places than are looked at', () => {
  for (const path of ['a.js', 'a.bin']) {
    const text = Buffer.from(`${path === 'a.js' ? '' : '\0\x01'}${'"/home/a" '.repeat(1_000_001)}`);
    const look = lookAt(path, text.length, false);
    look.push(text);
    assert.match(look.end().uninspected ?? '', /more places in it look like traces/, path);
  }
});

test('takes time in proportion to the bytes, whatever literals fill them', () => {
  for (const unit of [
    '/home/',
    'Users',
    '"/Users/a/',
    'statementMap',
    '/home/a/b/c/d/',
    '!*** .',
    '__file"',
  ]) {
    const bytes = Buffer.from(unit.repeat(2_000_000 / unit.length));
    const start = process.cpuUsage();
    sight(rule, 'a.bin', Buffer.concat([Buffer.alloc(8), bytes]));
    assert.ok(process.cpuUsage(start).user < 5e6, unit);
  }
});
