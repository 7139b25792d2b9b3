import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rule } from '../../../src/rules/cloud-reference/bucket.ts';
import { rule as remoteSource } from '../../../src/rules/source-map/remote-source.ts';
import { sight } from '../facts.ts';
import { mapText } from '../source-map/maps.ts';

const named: Record<string, [string, string]> = {
  'S3, bucket in the host': ['https://acme-prod.s3.amazonaws.com/a.js', 'acme-prod.s3.amazonaws.com'],
  'S3, bucket in the path': [
    'https://s3.eu-west-1.amazonaws.com/acme-prod/a.js',
    's3.eu-west-1.amazonaws.com/acme-prod',
  ],
  'S3 by its own scheme': ['s3://acme-prod/a', 's3://acme-prod'],
  'S3 in China': [
    'https://acme-prod.s3.cn-north-1.amazonaws.com.cn/a',
    'acme-prod.s3.cn-north-1.amazonaws.com.cn',
  ],
  'Google Cloud Storage': ['https://storage.googleapis.com/acme-prod/a', 'storage.googleapis.com/acme-prod'],
  'Google Cloud Storage by its own scheme': ['gs://acme-prod', 'gs://acme-prod'],
  Azure: ['https://acmeprod.blob.core.windows.net/releases/a', 'acmeprod.blob.core.windows.net/releases'],
  R2: ['https://pub-0a1b2c.r2.dev/a.png', 'pub-0a1b2c.r2.dev'],
  Spaces: ['https://acme-prod.fra1.digitaloceanspaces.com/a', 'acme-prod.fra1.digitaloceanspaces.com'],
  'Data Lake': ['https://acmelake.dfs.core.windows.net/raw/a', 'acmelake.dfs.core.windows.net/raw'],
  Firebase: [
    'https://firebasestorage.googleapis.com/v0/b/acme-app.appspot.com/o/a.js',
    'firebasestorage.googleapis.com/acme-app.appspot.com',
  ],
  Oracle: [
    'https://objectstorage.eu-frankfurt-1.oraclecloud.com/n/ns/b/acme-prod/o/a.js',
    'objectstorage.eu-frankfurt-1.oraclecloud.com/acme-prod',
  ],
  Scaleway: ['https://acme-prod.s3.fr-par.scw.cloud/a', 'acme-prod.s3.fr-par.scw.cloud'],
  Yandex: ['https://storage.yandexcloud.net/acme-prod/a', 'storage.yandexcloud.net/acme-prod'],
  'S3 Express': [
    'https://acme--usw2-az1--x-s3.s3express-usw2-az1.us-west-2.amazonaws.com/a',
    'acme--usw2-az1--x-s3.s3express-usw2-az1.us-west-2.amazonaws.com',
  ],
  'S3 as a web site': [
    'http://acme-prod.s3-website.eu-central-1.amazonaws.com/',
    'acme-prod.s3-website.eu-central-1.amazonaws.com',
  ],
  "Google's API": ['https://www.googleapis.com/storage/v1/b/acme-prod/o/a', 'www.googleapis.com/acme-prod'],
  "Google's API by its own host": [
    'https://storage.googleapis.com/storage/v1/b/acme-prod/o/a',
    'storage.googleapis.com/acme-prod',
  ],
  'Azure Files': ['https://acmeprod.file.core.windows.net/share1/a', 'acmeprod.file.core.windows.net/share1'],
  'a web site of Azure': ['https://acmeprod.z6.web.core.windows.net/a', 'acmeprod.z6.web.core.windows.net'],
  'Azure in China': [
    'https://acmeprod.blob.core.chinacloudapi.cn/releases/a',
    'acmeprod.blob.core.chinacloudapi.cn/releases',
  ],
  Backblaze: ['https://f005.backblazeb2.com/file/acme-prod/a', 'f005.backblazeb2.com/acme-prod'],
  'Spaces, bucket in the path': [
    'https://fra1.digitaloceanspaces.com/acme-prod/a',
    'fra1.digitaloceanspaces.com/acme-prod',
  ],
  'OSS, bucket in the path': [
    'https://oss-cn-hangzhou.aliyuncs.com/acme-prod/a',
    'oss-cn-hangzhou.aliyuncs.com/acme-prod',
  ],
  COS: [
    'https://acme-1250000000.cos.ap-guangzhou.myqcloud.com/a',
    'acme-1250000000.cos.ap-guangzhou.myqcloud.com',
  ],
  OBS: ['https://acme-prod.obs.cn-north-4.myhuaweicloud.com/a', 'acme-prod.obs.cn-north-4.myhuaweicloud.com'],
  Wasabi: ['https://s3.eu-central-1.wasabisys.com/acme-prod/a', 's3.eu-central-1.wasabisys.com/acme-prod'],
  Linode: ['https://us-east-1.linodeobjects.com/acme-prod/a', 'us-east-1.linodeobjects.com/acme-prod'],
  OVH: ['https://acme-prod.s3.gra.io.cloud.ovh.net/a', 'acme-prod.s3.gra.io.cloud.ovh.net'],
  IBM: [
    'https://s3.eu-de.cloud-object-storage.appdomain.cloud/acme-prod/a',
    's3.eu-de.cloud-object-storage.appdomain.cloud/acme-prod',
  ],
  Supabase: [
    'https://abcdefghijklmnopqrst.supabase.co/storage/v1/object/public/avatars/a.png',
    'abcdefghijklmnopqrst.supabase.co/avatars',
  ],
  Vercel: ['https://0a1b2c3d.public.blob.vercel-storage.com/a', '0a1b2c3d.public.blob.vercel-storage.com'],
  Hetzner: ['https://acme-prod.fsn1.your-objectstorage.com/a', 'acme-prod.fsn1.your-objectstorage.com'],
  'JSON that escapes slashes': [
    'https:\\/\\/acme-prod.s3.amazonaws.com\\/a.js',
    'acme-prod.s3.amazonaws.com',
  ],
};
const clean: Record<string, string> = {
  'a service without a bucket':
    'https://s3.amazonaws.com https://storage.googleapis.com/ https://s3.us-east-1.amazonaws.com',
  'other services without a bucket':
    'https://fra1.digitaloceanspaces.com https://oss-cn-hangzhou.aliyuncs.com/ https://s3.eu-central-1.wasabisys.com https://us-east-1.linodeobjects.com https://s3.us-west-004.backblazeb2.com https://s3.gra.io.cloud.ovh.net/ https://blob.vercel-storage.com/x https://abcdefghijklmnopqrst.supabase.co/rest/v1/users',
  'accounts of documentation':
    'https://myaccount.blob.core.windows.net/photos/a https://account.blob.core.windows.net/con/a gs://another-bucket/a',
  'a template': `\`https://\${bucket}.s3.amazonaws.com/\${key}\` and \`https://s3.amazonaws.com/\${bucket}/a\` and \`s3://\${bucket}/a\``,
  'a format string': '"https://%s.s3.amazonaws.com" "https://{bucket}.s3.{region}.amazonaws.com"',
  'names of documentation':
    's3://my-bucket/a s3://bucket gs://your-bucket s3://example-bucket/x s3://path/to https://my-bucket.s3.amazonaws.com/',
  "the namespace of S3's XML": 'xmlns="http://s3.amazonaws.com/doc/2006-03-01/"',
  'other services of the same owners':
    'https://login.eu.oraclecloud.com/v1/b/a https://api.scw.cloud/a https://storage.api.yandexcloud.net/a https://console.oraclecloud.com/n/ns/b/a/o/ https://fonts.googleapis.com/css https://www.googleapis.com/auth/drive https://ec2.amazonaws.com/a https://login.windows.net/b https://ark.cn-beijing.volces.com/api/v3 https://api.ovh.net/1.0/a',
};

for (const [name, [address, place]] of Object.entries(named)) {
  test(`tells of ${name}`, () => {
    const [seen, ...others] = sight(rule, 'a.js', `fetch("${address}")`);
    assert.deepEqual([seen?.evidence, seen?.variant, others], [{ places: [place] }, undefined, []]);
    assert.equal(seen?.message, `This file names 1 storage bucket: ${place}.`);
  });
}
for (const [name, text] of Object.entries(clean)) {
  test(`leaves ${name} alone`, () => assert.deepEqual(sight(rule, 'a.js', text), []));
}

test('an archive or a map behind it is worse', () => {
  for (const file of ['src.zip', 'app.js.map', 'source.tar.gz']) {
    const [seen] = sight(rule, 'a.js', `x="https://acme-prod.s3.amazonaws.com/builds/${file}?v=1"`);
    assert.equal(seen?.variant, 'archive');
    assert.match(seen.message, new RegExp(`acme-prod\\.s3\\.amazonaws\\.com holds ${file}\\.$`));
  }
});

test('releases that a program downloads are places like others', () => {
  const text = (...names: string[]) =>
    names.map((name) => `"https://acme-prod.s3.amazonaws.com/drop/${name}"`).join(' ');
  for (const names of [
    ['tool-v1.2.3.zip', 'tool-latest.zip'],
    ['tool_linux_amd64.tar.gz', 'tool_win32.zip'],
    ['server.jar'],
    ['cookbook_demo.tar.gz'],
  ])
    assert.deepEqual(
      sight(rule, 'a.js', text(...names)).map(({ variant }) => variant),
      [undefined],
      names.join(' '),
    );
  for (const names of [
    ['tool-1.2.3-src.zip'],
    ['source-v2.0.tar.gz'],
    ['site-backup-2026.11.zip'],
    ['a-1.0.js.map'],
  ])
    assert.equal(sight(rule, 'a.js', text(...names))[0]?.variant, 'archive', names.join(' '));
  const [beside] = sight(rule, 'a.js', text('tool-v1.2.3.zip', 'src.zip'));
  assert.deepEqual([beside?.variant, beside?.evidence?.archive], ['archive', 'src.zip']);
});

test('an address whose end is put together at run time leads to no archive', () => {
  const [seen] = sight(rule, 'a.js', `\`https://acme-prod.s3.amazonaws.com/builds/\${version}.zip\``);
  assert.equal(seen?.variant, undefined);
  assert.equal(seen?.message, 'This file names 1 storage bucket: acme-prod.s3.amazonaws.com.');
});

test('many are one finding, at the first', () => {
  const text = Array.from({ length: 9 }, (_, i) => `s3://acme-prod-${i}/a s3://acme-prod-${i}/b`).join('\n');
  const [seen, ...others] = sight(rule, 'a.js', `\n${text}`);
  assert.deepEqual([seen?.line, seen?.column, others], [2, 1, []]);
  assert.match(
    seen!.message,
    /names 9 storage buckets: s3:\/\/acme-prod-0, s3:\/\/acme-prod-1, s3:\/\/acme-prod-2 and 6 more\.$/,
  );
});

test('documentation and type declarations may name any', () => {
  for (const path of ['README.md', 'docs/a.txt', 'dist/a.d.ts', 'CHANGELOG'])
    assert.deepEqual(sight(rule, path, 'see https://acme-prod.s3.amazonaws.com/a.zip'), []);
});

test('a bucket in the text of a map is told', () => {
  const map = mapText({ sourcesContent: ['fetch("https://acme-prod.s3.amazonaws.com/x.zip")', ''] });
  assert.deepEqual(
    sight(rule, 'a.js.map', map).map(({ variant }) => variant),
    ['archive'],
  );
});

test('what source-map/remote-source tells is not told twice', () => {
  const map = mapText({ sources: ['s3://acme-src/app/a.ts'], sourcesContent: ['"s3://acme-src/b.zip"'] });
  assert.equal(sight(remoteSource, 'a.js.map', map).length, 1);
  assert.deepEqual(sight(rule, 'a.js.map', map), []);
});
