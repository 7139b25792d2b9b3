import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { dataUrl, mapText } from '../../rules/source-map/maps.ts';
import { rawTar } from '../../tarballs.ts';
import { rawZip } from '../../zips.ts';

/** How a text that holds a credential gets into a package. */
export interface Carrier {
  readonly name: string;
  /** A file's path in the package and its content. */
  file(index: number, text: string): readonly [path: string, content: string | Buffer];
  /** Where the finding is, for the path of that file. */
  found?(path: string): string;
  /** The original file that the finding names. */
  readonly source?: string;
}

const SCRIPT = 'const a=n=>{let t=0;for(const e of n)t+=e.v*e.w;return t};export{a as total};';
const string = (text: string) => JSON.stringify(text);
const sourceOf = (text: string) => `import env from './env.ts';\n\nexport const secret = ${string(text)};\n`;

export const CARRIERS: readonly Carrier[] = [
  { name: 'plain text', file: (index, text) => [`plain/${index}.env`, `# made\nVALUE=${text}\n`] },
  {
    name: 'a minified line',
    file: (index, text) => [`min/${index}.js`, `${SCRIPT}const k=${string(text)};${SCRIPT}`],
  },
  {
    name: 'a comment',
    file: (index, text) => [`comment/${index}.ts`, `/*\n * ${text.replaceAll('\n', '\n * ')}\n */\nlet a;\n`],
  },
  {
    name: 'JSON',
    file: (index, text) => [`json/${index}.json`, JSON.stringify({ a: 1, value: text }, null, 2)],
  },
  {
    name: 'the content of a map',
    file: (index, text) => [
      `map/${index}.js.map`,
      mapText({ sources: ['../src/a.ts', '../src/config.ts'], sourcesContent: ['let a;\n', sourceOf(text)] }),
    ],
    source: '../src/config.ts',
  },
  {
    name: 'the content of an inline map',
    file: (index, text) => [
      `inline/${index}.js`,
      `${SCRIPT}\n//# sourceMappingURL=${dataUrl(mapText({ sources: ['../src/b.ts', '../src/config.ts'], sourcesContent: ['let b;\n', sourceOf(text)] }))}\n`,
    ],
    source: '../src/config.ts',
  },
  {
    name: 'a zip archive in a tar archive',
    file: (index, text) => [
      `nested/${index}.tgz`,
      gzipSync(rawTar({ name: 'inner.zip', body: rawZip([{ name: 'a.txt', body: text, method: 8 }]) })),
    ],
    found: (path) => `${path}!/inner.zip!/a.txt`,
  },
  {
    name: 'UTF-16, little end first',
    file: (index, text) => [`wide/${index}-le.txt`, Buffer.from(`\ufeffkey ${text} end\n`, 'utf16le')],
  },
  {
    name: 'UTF-16, big end first',
    file: (index, text) => [
      `wide/${index}-be.txt`,
      Buffer.from(`\ufeffkey ${text} end\n`, 'utf16le').swap16(),
    ],
  },
  {
    name: 'base64',
    file: (index, text) => [`base64/${index}.yml`, `data:\n  key: ${Buffer.from(text).toString('base64')}\n`],
  },
  {
    name: 'base64 in lines',
    file: (index, text) => [
      `base64/${index}.txt`,
      Buffer.from(`${'some text that goes before it, '.repeat(3)}${text} and after`)
        .toString('base64')
        .replace(/.{76}/g, '$&\r\n'),
    ],
  },
  {
    name: 'a library of Windows, as UTF-16',
    file: (index, text) => [
      `binary/${index}.dll`,
      Buffer.concat([
        Buffer.from('acme\0\0\x01\x02', 'latin1'),
        deflateSync(Buffer.alloc(9000, index)),
        Buffer.from(`FileDescription\0\0Acme ${index}\0${text}\0`, 'utf16le'),
        Buffer.alloc(64),
      ]),
    ],
  },
  {
    name: 'a binary file',
    file: (index, text) => [
      `binary/${index}.node`,
      Buffer.concat([
        deflateSync(Buffer.alloc(9000, index)),
        Buffer.alloc(64),
        Buffer.from(text),
        Buffer.alloc(64),
      ]),
    ],
  },
  {
    name: 'a script that was compressed with brotli',
    file: (index, text) => [
      `packed/${index}.js.br`,
      brotliCompressSync(`${SCRIPT}const k=${string(text)};${SCRIPT}`),
    ],
    found: (path) => `${path}!/${path.slice(path.lastIndexOf('/') + 1, -3)}`,
  },
  {
    name: 'a string of nothing but numbers of characters',
    file: (index, text) => [`numbers/${index}.js`, `const k="${numbered(text)}";${SCRIPT}`],
  },
  {
    name: 'JSON of a tool that escapes signs',
    file: (index, text) => [
      `signs/${index}.json`,
      JSON.stringify({ value: text }).replace(/[/+=:&'@<>-]/g, (sign) => `\\u00${hex(sign)}`),
    ],
  },
  {
    name: 'an address',
    file: (index, text) => [
      `address/${index}.txt`,
      `see https://acme.io/?next=${encodeURIComponent(text)}&a=1\n`,
    ],
  },
  {
    name: 'hexadecimal digits',
    file: (index, text) => [
      `hex/${index}.sql`,
      `INSERT INTO t VALUES (0x${Buffer.from(text).toString('hex')});\n`,
    ],
  },
];

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).padStart(2, '0');
}

function numbered(text: string): string {
  return [...Buffer.from(text, 'latin1').toString('latin1')].map((one) => `\\x${hex(one)}`).join('');
}
