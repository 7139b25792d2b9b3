import { rule } from '../../../src/rules/sensitive-file/litter.ts';
import { testCases } from './sensitive.ts';

const dsStore = Buffer.concat([Buffer.from('\0\0\0\x01Bud1\0\0'), Buffer.alloc(400)]);
const appleDouble = Buffer.concat([
  Buffer.from('0005160700020000', 'hex'),
  Buffer.from('Mac OS X        '),
  Buffer.alloc(100),
]);
const vim = Buffer.concat([
  Buffer.from('b0VIM 9.1\0\0'),
  Buffer.alloc(4085),
  Buffer.from('const secret = 1;'),
]);
const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(500)]);

testCases(rule, {
  'what systems keep': [
    {
      '.DS_Store': dsStore,
      'dist/.DS_Store': dsStore,
      '._a.js': appleDouble,
      '__MACOSX/._b': appleDouble,
      'Thumbs.db': ole,
      'desktop.ini': '[.ShellClassInfo]\r\nIconResource=a\r\n',
    },
    ['.DS_Store', 'dist/.DS_Store', '._a.js', '__MACOSX/._b', 'Thumbs.db', 'desktop.ini'],
  ],
  'what editors keep': [
    {
      'src/.a.js.swp': vim,
      '.a.js.un~': Buffer.concat([Buffer.from('Vim\x9fUnDo\xe5', 'latin1'), Buffer.alloc(20)]),
      '#a.js#': 'let a',
      '.idea/workspace.xml': '<project/>',
      '.vscode/launch.json': '{}',
      'a.iml': '<module type="A"/>',
      'a.sublime-workspace': '{}',
      '.project': '<projectDescription/>',
    },
    [
      'src/.a.js.swp',
      '.a.js.un~',
      '#a.js#',
      '.idea/workspace.xml',
      '.vscode/launch.json',
      'a.iml',
      'a.sublime-workspace',
      '.project',
    ],
  ],
  backups: [
    {
      'a.js.orig': 'let a',
      'a.js.bak': 'let a',
      'a.js~': 'let a',
      'src/b.ts.old': 'let a',
      'a.js.rej': '--- a.js\n+++ a.js\n@@ -1 +1 @@\n',
    },
    ['a.js.orig', 'a.js.bak', 'a.js~', 'src/b.ts.old', 'a.js.rej'],
  ],
  'what a generator copies': [
    { 'template-vue/.vscode/extensions.json': '{}' },
    ['template-vue/.vscode/extensions.json template'],
  ],

  'files that are only called so': [
    {
      '.DS_Store': 'a note about .DS_Store files',
      'Thumbs.db': 'text',
      'desktop.ini': 'a = b\n',
      '._a': 'text',
      '.a.swp': 'swap',
      'a.rej': 'rejected\n',
      '.project': 'a\n',
    },
    [],
  ],
  'empty files': [{ '.DS_Store': '', 'a.js.bak': '', 'a~': '', '.vscode/a.json': '' }, []],
  'settings for everybody': [
    {
      '.editorconfig': 'root = true\n',
      '.prettierrc': '{}',
      '.eslintrc.json': '{}',
      '.gitattributes': '* text',
    },
    [],
  ],
  'names that end like backups': [
    { 'old.js': 'a', 'lib/the.old.js': 'a', 'original.js': 'a', 'a.backup.js': 'a', 'swp.js': 'a', '~': 'a' },
    [],
  ],
  'code of an editor': [{ 'vscode/index.js': 'a', 'lib/idea/a.js': 'a' }, []],
  'a dependency that is packed along': [
    {
      'node_modules/a/.DS_Store': dsStore,
      'node_modules/a/.vscode/a.json': '{}',
      'node_modules/a/x.orig': 'a',
    },
    [],
  ],
});

testCases(rule, {
  'copies that file managers make': [
    {
      'lib/a copy.js': 'let a',
      'lib/b - Copy.ts': 'let b',
      'lib/c - Copy (1).js': 'let c',
      'lib/d copy 2.json': '{}',
    },
    ['lib/a copy.js', 'lib/b - Copy.ts', 'lib/c - Copy (1).js', 'lib/d copy 2.json'],
  ],
  'names that only end so': [
    { 'lib/deep-copy.js': 'a', 'lib/copy.js': 'a', 'lib/(group).js': 'a', 'lib/item (1).js': 'a' },
    [],
  ],
});
