import { eachObject, type Frame, texts } from './frames.ts';
import { collector, type Recogniser } from './recogniser.ts';

/** The output target `stats` of Stencil: what was built, and which original file imports which. */
export function stencilStats(): Recogniser {
  const { files, seen } = collector();
  const graph: Frame = {
    value(kind, key) {
      if (kind === 'array') files.add(key);
      return undefined;
    },
  };
  const component = () => texts({ source: (path) => files.add(path) });
  return {
    kind: 'stats',
    name: 'Stencil stats',
    value(kind, key) {
      if (key === 'sourceGraph' || key === 'componentGraph' || key === 'formats') seen.add(key);
      if (key === 'components' && kind === 'array') return eachObject(component);
      return key === 'sourceGraph' && kind === 'object' ? graph : undefined;
    },
    found: () => (seen.has('sourceGraph') && seen.size > 1 && files.count() > 0 ? files : undefined),
  };
}
