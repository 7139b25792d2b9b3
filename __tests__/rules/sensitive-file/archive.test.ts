import { gzipSync } from 'node:zlib';
import { rule } from '../../../src/rules/sensitive-file/archive.ts';
import { rawTar } from '../../tarballs.ts';
import { rawZip } from '../../zips.ts';
import { testCases } from './sensitive.ts';

const manifest = (name: string) => `{"name": "${name}", "version": "0.9.0"}`;
const tgz = (name: string, folder = 'package/') =>
  gzipSync(
    rawTar({ name: `${folder}package.json`, body: manifest(name) }, { name: `${folder}src/a.js`, body: 'a' }),
  );
const zipped = (path: string, name: string) => rawZip([{ name: path, body: manifest(name) }]);

testCases(rule, {
  'what npm pack left': [{ 'acme-0.9.0.tgz': tgz('acme') }, ['acme-0.9.0.tgz']],
  'the repository as a zip': [{ 'docs/backup.zip': zipped('package.json', 'acme') }, ['docs/backup.zip']],
  'the repository in a folder': [
    { 'a.tar': rawTar({ name: 'acme-main/package.json', body: manifest('acme') }) },
    ['a.tar'],
  ],
  'an archive under another name': [{ 'data.bin': tgz('acme') }, ['data.bin']],

  'another package': [
    { 'vendor/left-pad-1.0.0.tgz': tgz('left-pad'), 'a.zip': zipped('package.json', 'other') },
    [],
  ],
  'a template': [{ 'template.tgz': tgz('my-app') }, []],
  'an application in its own format': [
    { 'resources/app.zip': zipped('deep/down/in/package.json', 'acme') },
    [],
  ],
  'a dependency that depends on it': [{ 'bundle.zip': zipped('node_modules/acme/package.json', 'acme') }, []],
  'archives without a manifest': [
    { 'a.zip': rawZip([{ name: 'a.txt', body: 'a' }]), 'b.zip': zipped('package.json', '') },
    [],
  ],
  'a manifest that is none': [
    {
      'a.zip': rawZip([
        { name: 'package.json', body: 'null' },
        { name: 'b/package.json', body: '{' },
      ]),
    },
    [],
  ],
});
