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
const DESCRIPTION = 2;

/** A message by the fields that are walked into: `WEIGHTS` is where numbers are. */
interface Message {
  readonly [field: number]: Message;
}
const WEIGHTS: Message = {};
/** Fields of WeightParams with numbers, and bytes of each; of what is quantised nobody can say without reading on. */
const NUMBERS: Readonly<Record<number, number | undefined>> = { 1: 4, 2: 2, 30: undefined, 31: undefined };

const weightsAt = (...fields: readonly number[]): Message =>
  Object.fromEntries(fields.map((field) => [field, WEIGHTS]));
const LSTM: Message = { 20: weightsAt(1, 2, 3, 4, 20, 21, 22, 23, 40, 41, 42, 43, 60, 61, 62) };
const ACTIVATION: Message = { 25: weightsAt(1), 71: weightsAt(1, 2) };

/** NeuralNetworkLayer by the kind of layer: which of its fields are WeightParams. NeuralNetwork.proto of coremltools. */
const LAYER: { [field: number]: Message } = {
  100: weightsAt(90, 91),
  130: ACTIVATION,
  140: weightsAt(20, 21),
  150: weightsAt(20, 21),
  160: weightsAt(15, 16, 17, 18),
  245: weightsAt(2, 5),
  250: weightsAt(2),
  290: weightsAt(2),
  400: weightsAt(30, 31, 32),
  410: weightsAt(30, 31, 32, 50, 51, 52, 70, 71, 72),
  420: LSTM,
  430: LSTM,
  1471: weightsAt(60, 61),
  500: weightsAt(20),
  1040: weightsAt(20, 21),
  1045: weightsAt(8, 9),
  1070: weightsAt(2),
  1350: weightsAt(3, 4),
};
const NETWORK: Message = { 1: LAYER };
// Branches and loops hold networks.
LAYER[605] = { 1: NETWORK, 2: NETWORK };
LAYER[615] = { 3: NETWORK, 4: NETWORK };

const MODEL: { [field: number]: Message } = { 303: NETWORK, 403: NETWORK, 500: NETWORK };
const PIPELINE: Message = { 1: MODEL };
// PipelineClassifier and PipelineRegressor hold the pipeline proper.
MODEL[200] = { 1: PIPELINE };
MODEL[201] = { 1: PIPELINE };
MODEL[202] = PIPELINE;

/** Tells what kind of model a file of Core ML holds, how many layers its networks have, and how many tensors these. */
export function createCoreMlReader(): Reader<WeightsFacts | undefined> {
  const open: Message[] = [MODEL];
  let type: string | undefined;
  let types = 0;
  let described = false;
  let layers = 0;
  let tensors = 0;
  let parameters = 0;
  let known = true;
  const walk = createMessageWalk({
    enters(depth, field, size) {
      const message = open[depth]!;
      if (depth === 0 && field === DESCRIPTION) described = true;
      if (depth === 0 && TYPES[field] !== undefined) {
        type = TYPES[field];
        types++;
      }
      if (message === NETWORK && field === 1) layers++;
      if (message === WEIGHTS && field in NUMBERS && size > 0) {
        const bytes = NUMBERS[field];
        tensors++;
        if (bytes === undefined) known = false;
        else parameters += Math.floor(size / bytes);
      }
      const next = message[field];
      if (next === undefined) return false;
      open[depth + 1] = next;
      return true;
    },
    number() {},
  });
  return {
    push: walk.push,
    end() {
      if (!walk.valid() || !described || type === undefined || types > 1) return undefined;
      return {
        kind: 'weights',
        format: 'Core ML',
        says: layers === 0 ? type : `${type} of ${counted(layers, 'layer')}`,
        ...(tensors > 0 && { tensors }),
        ...(known && parameters > 0 && { parameters }),
      };
    },
  };
}
