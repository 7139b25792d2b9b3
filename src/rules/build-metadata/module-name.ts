import { counted } from '../../figures.ts';
import { figuresOf } from '../originals.ts';
import type { FileRule } from '../rule.ts';

export const rule: FileRule = {
  id: 'build-metadata/module-name',
  scope: 'file',
  grounds: ['traces'],
  title: 'Names of original files in a bundle',
  description:
    'Bundlers can put the path of each original file beside its code: in banners of webpack, `#region` comments of Rolldown, `sourceURL` in eval, `__file` of Vue components. Together they tell how the source tree is laid out. Files of other packages do not count.',
  help: 'Build the release in production mode. In webpack set `devtool: false` and `output.pathinfo: false`; in Rolldown and tsdown turn on `minify`, which drops the comments; in Vue set NODE_ENV to production.',
  cwe: [540, 200],
  levels: { closed: 'warning', open: 'off' },
  *inspect(file) {
    const named = file.traces?.modules;
    // A map in the file tells the same and more.
    if (named === undefined || named.firstParty === 0 || file.maps.length > 0) return;
    const own = named.sources.filter(({ firstParty }) => firstParty);
    yield {
      path: file.path,
      message: `This file names ${counted(named.firstParty, 'original file')} beside the code that was built from ${named.firstParty === 1 ? 'it' : 'them'}, such as ${own[0]!.path}.`,
      exposes: { kind: 'originals', originals: [named] },
      evidence: figuresOf([named]),
    };
  },
};
