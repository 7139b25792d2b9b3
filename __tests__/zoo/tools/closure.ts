import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../tools/install.ts';
import { PILOTS } from '../application.ts';
import { clean, leak } from '../case.ts';
import { modulesOf } from '../load.ts';

const compile =
  (...flags: string[]) =>
  () => {
    writeFileSync(
      'entry.js',
      `import { guideVessel } from './${PILOTS[0]}';\nglobalThis['guideVessel'] = guideVessel;\n`,
    );
    const sources = ['entry.js', ...PILOTS].map((path) => `--js=${path}`);
    const compiler = join(modulesOf('minifiers'), 'google-closure-compiler-linux/compiler');
    run(
      compiler,
      [
        '--warning_level=QUIET',
        '--compilation_level=SIMPLE',
        '--js_output_file=dist/pilots.js',
        '--entry_point=entry.js',
        ...sources,
        ...flags,
      ],
      '.',
    );
  };
const MAP = 'dist/pilots.js.map';

export const cases = [
  leak(
    'hidden map',
    'a map with content',
    compile(`--create_source_map=${MAP}`, '--source_map_include_content'),
    { 'source-map/file': MAP },
    PILOTS,
  ),
  leak('map without content', 'a map without content', compile(`--create_source_map=${MAP}`), {
    'source-map/file': MAP,
  }),
  leak(
    'readable bundle',
    'printed for people',
    compile('--compilation_level=WHITESPACE_ONLY', '--formatting=PRETTY_PRINT'),
    { 'unminified/script': 'dist/pilots.js' },
  ),
  clean('simple', compile()),
];
