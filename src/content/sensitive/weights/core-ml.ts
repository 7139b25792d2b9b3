import { counted } from '../../../figures.ts';
import type { Reader } from '../../reader.ts';
import type { WeightsFacts } from '../facts.ts';
import { createMessageWalk } from './protobuf.ts';

/** Fields of Model that say what it is; one of them is set. mlmodel/format/Model.proto of coremltools. */
const TYPES: Readonly<Record<number, string>> = {
  200: 'a pipeline',
  201: 'a pipeline',
  202: 'a pipeline',
  300: 'a linear model',
  301: 'a support vector machine',
  302: 'a tree ensemble',
  303: 'a neural network',
  304: 'a regression',
  400: 'a linear model',
  401: 'a support vector machine',
  402: 'a tree ensemble',
  403: 'a neural network',
  404: 'nearest neighbours',
  500: 'a neural network',
  501: 'a recommender',
  502: 'an ML program',
  2000: 'a text classifier',
  2001: 'a word tagger',
  2002: 'a vision feature print',
  2003: 'a sound analysis',
  2004: 'a gazetteer',
  2005: 'a word embedding',
};
const NETWORKS: ReadonlySet<number> = new Set([303, 403, 500]);
const PIPELINES: ReadonlySet<number> = new Set([200, 201]);
const DESCRIPTION = 2;

/** Messages that lead to layers, and by which of their fields; a pipeline holds models. */
type Message = 'model' | 'network' | 'pipeline' | 'outer';

function inside(message: Message, field: number): Message | undefined {
  if (message === 'model') {
    if (NETWORKS.has(field)) return 'network';
    return field === 202 ? 'pipeline' : PIPELINES.has(field) ? 'outer' : undefined;
  }
  if (field !== 1) return undefined;
  // PipelineClassifier and PipelineRegressor hold the pipeline proper.
  return message === 'outer' ? 'pipeline' : message === 'pipeline' ? 'model' : undefined;
}

/** Tells what kind of model a file of Core ML holds, and how many layers its networks have. */
export function createCoreMlReader(): Reader<WeightsFacts | undefined> {
  const open: Message[] = ['model'];
  const types: string[] = [];
  let described = false;
  let layers = 0;
  const walk = createMessageWalk({
    enters(depth, field) {
      const message = open[depth]!;
      if (depth === 0 && field === DESCRIPTION) described = true;
      if (depth === 0 && TYPES[field] !== undefined) types.push(TYPES[field]);
      if (message === 'network' && field === 1) layers++;
      const next = inside(message, field);
      if (next === undefined) return false;
      open[depth + 1] = next;
      return true;
    },
    number() {},
  });
  return {
    push: walk.push,
    end() {
      const [type] = types;
      if (!walk.valid || !described || type === undefined || types.length > 1) return undefined;
      return {
        kind: 'weights',
        format: 'Core ML',
        says: layers === 0 ? type : `${type} of ${counted(layers, 'layer')}`,
      };
    },
  };
}
