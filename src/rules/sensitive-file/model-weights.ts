import { INSIDE } from '../../content/inner-path.ts';
import type { WeightsFacts } from '../../content/sensitive/facts.ts';
import { byteSize, count, counted } from '../../figures.ts';
import type { PackageRule } from '../rule.ts';
import { partsOfModels } from './model-parts.ts';

export const rule: PackageRule = {
  id: 'sensitive-file/model-weights',
  scope: 'package',
  grounds: ['weights'],
  title: 'Weights of a machine-learning model',
  description:
    'The weights of a model are the model: whoever has them can run it, and train on. Files of safetensors, GGUF, ONNX, PyTorch, TensorFlow (SavedModel, graphs, Lite, JS), Keras, Flax, Core ML, OpenVINO, TensorRT, Paddle, Caffe, scikit-learn, gradient boosting, PMML and others are known by their first bytes and their inner form, under any name and inside archives.',
  help: 'If the model is part of the product, list the file under `ignore` of this rule. Else leave it out of the package and load it from where access is checked.',
  cwe: [538, 200],
  levels: { closed: 'error', open: 'warning' },
  removable: true,
  *inspect({ sensitive, files }) {
    const partOf = partsOfModels(sensitive);
    const models = new Map<string, Model>();
    for (const { path, facts, size } of sensitive.files) {
      if (facts.kind !== 'weights') continue;
      const whole = wholeOf(path, facts, files) ?? partOf.get(path) ?? path;
      const before = models.get(whole);
      const own =
        before === undefined ? { first: path, facts, size } : joined(before, { first: path, facts, size });
      models.set(whole, own);
    }
    const told = new Set(sensitive.files.map(({ path }) => path));
    for (const [part, whole] of partOf) {
      const model = models.get(whole);
      const size = files.get(part);
      if (model !== undefined && size !== undefined && !told.has(part)) model.size += size;
    }
    const isFolder = (path: string) => !files.has(path) && !path.includes(INSIDE);
    const firsts = firstsIn([...models.keys()].filter(isFolder), files.keys());
    for (const [path, { facts, size: all, first }] of models) {
      const { format } = facts;
      const tensors = countable(facts.tensors);
      const parameters = countable(facts.parameters);
      const says = facts.part ?? facts.says;
      const size = isArchived(first, path)
        ? (files.get(path) ?? sensitive.innerArchives.get(path) ?? all)
        : all;
      yield {
        path: firsts.get(path) ?? path,
        detail: path,
        message: `These are weights of a model in ${format}${says === undefined ? '' : ` (${says})`}: ${figures({ ...facts, tensors, parameters }, size)}.`,
        evidence: {
          format,
          size,
          ...(tensors !== undefined && { tensors }),
          ...(parameters !== undefined && { parameters }),
          ...(says !== undefined && { says }),
        },
      };
    }
  },
};

interface Model {
  /** The first file of it. */
  readonly first: string;
  readonly facts: WeightsFacts;
  /** Of all its files, in bytes. */
  size: number;
}

/**
 * What a file is told of with: PyTorch and Keras write archives, of which one file tells; Core ML and TensorFlow
 * write folders.
 */
function wholeOf(
  path: string,
  { whole }: WeightsFacts,
  files: ReadonlyMap<string, number>,
): string | undefined {
  if (whole !== undefined) return whole;
  const inside = path.lastIndexOf(INSIDE);
  const isPart =
    inside !== -1 &&
    (/\/(?:data|constants)\.pkl$|\.debug_pkl$/.test(path) || /\.keras$/i.test(path.slice(0, inside)));
  if (isPart) return path.slice(0, inside);
  const [, checkpoint] = /^(.*)\.data-\d{5}-of-\d{5}$/.exec(path) ?? [];
  const index = checkpoint === undefined ? path : `${checkpoint}.index`;
  const model = index.replace(/(?:^|\/)variables\/variables\.index$/, '/saved_model.pb').replace(/^\//, '');
  return [model, index].find((one) => one !== path && files.has(one));
}

/** Whether a model was told by what lies in an archive that is nothing else. */
function isArchived(first: string, whole: string): boolean {
  return first.startsWith(whole + INSIDE);
}

/** Of a model that is saved with its variables, the index of these counts the tensors. */
function joined(one: Model, other: Model): Model {
  const saved = [one, other].find(({ facts }) => facts.format === 'TensorFlow SavedModel');
  const counted =
    saved === undefined
      ? [one, other]
      : [one, other].filter((model) => model !== saved && model.facts.tensors !== undefined);
  const tensors = sum((counted.length === 0 ? [one, other] : counted).map(({ facts }) => facts.tensors));
  const parameters = sum([one.facts.parameters, other.facts.parameters]);
  const { part: _, ...facts } = saved?.facts ?? one.facts;
  return {
    first: one.first,
    facts: { ...facts, ...(tensors > 0 && { tensors }), ...(parameters > 0 && { parameters }) },
    size: one.size + other.size,
  };
}

function sum(figures: readonly (number | undefined)[]): number {
  return figures.reduce<number>((all, figure) => all + (figure ?? 0), 0);
}

/** The first file in each of these folders: all are looked for at once, as a package may hold thousands of both. */
function firstsIn(folders: readonly string[], paths: Iterable<string>): ReadonlyMap<string, string> {
  const wanted = new Set(folders);
  const found = new Map<string, string>();
  for (const path of wanted.size === 0 ? [] : paths) {
    for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1))
      if (wanted.delete(path.slice(0, at))) found.set(path.slice(0, at), path);
  }
  return found;
}

/** A file may give any figures; those that nobody could count to are none. */
function countable(figure: number | undefined): number | undefined {
  return Number.isSafeInteger(figure) ? figure : undefined;
}

interface Figures {
  readonly tensors: number | undefined;
  readonly parameters: number | undefined;
  readonly sealed?: true;
}

function figures({ tensors, parameters, sealed }: Figures, size: number): string {
  const told = [
    ...(tensors === undefined ? [] : [counted(tensors, 'tensor')]),
    ...(parameters === undefined ? [] : [`${rounded(parameters)} parameters`]),
    byteSize(size),
  ].join(', ');
  return sealed === true ? `${told}; how many tensors it holds cannot be read from outside` : told;
}

/** "7.2 billion", "1.4 million", "812". */
function rounded(value: number): string {
  if (value >= 1e9) return `${(value / 1e9).toFixed(1)} billion`;
  return value >= 1e6 ? `${(value / 1e6).toFixed(1)} million` : count(value);
}
