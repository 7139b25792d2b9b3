import { INSIDE } from '../../content/inner-path.ts';
import type { WeightsFacts } from '../../content/sensitive/facts.ts';
import { byteSize, count, counted } from '../../figures.ts';
import type { PackageRule } from '../rule.ts';

export const rule: PackageRule = {
  id: 'sensitive-file/model-weights',
  scope: 'package',
  grounds: ['weights'],
  title: 'Weights of a machine-learning model',
  description:
    'The weights of a model are the model: whoever has them can run it, and train on. Files of safetensors, GGUF, ONNX, PyTorch, TensorFlow (SavedModel, graphs, Lite, JS), Keras, Core ML, OpenVINO, TensorRT, scikit-learn, gradient boosting, PMML and others are known by their first bytes and their inner form, under any name and inside archives.',
  help: 'If the model is part of the product, list the file under `ignore` of this rule. Else leave it out of the package and load it from where access is checked.',
  cwe: [538, 200],
  levels: { closed: 'error', open: 'warning' },
  removable: true,
  *inspect({ sensitive, files }) {
    const models = new Map<string, { facts: WeightsFacts; size: number }>();
    for (const { path, facts, size } of sensitive.files) {
      if (facts.kind !== 'weights') continue;
      const whole = wholeOf(path, facts);
      const before = models.get(whole);
      models.set(whole, {
        facts: before === undefined ? facts : joined(before.facts, facts),
        size: (before?.size ?? 0) + size,
      });
    }
    for (const [path, { facts, size: own }] of models) {
      const { format, tensors, parameters, says } = facts;
      const size = files.get(path) ?? own;
      yield {
        path: files.has(path) || path.includes(INSIDE) ? path : firstIn(path, files.keys()),
        detail: path,
        message: `These are weights of a model in ${format}${says === undefined ? '' : ` (${says})`}: ${figures(facts, size)}.`,
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

/** PyTorch and Keras write archives, of which one file tells; Core ML writes a folder. */
function wholeOf(path: string, { whole }: WeightsFacts): string {
  if (whole !== undefined) return whole;
  const inside = path.lastIndexOf(INSIDE);
  const isPart =
    inside !== -1 &&
    (/\/(?:data|constants)\.pkl$|\.debug_pkl$/.test(path) || /\.keras$/i.test(path.slice(0, inside)));
  return isPart ? path.slice(0, inside) : path;
}

function joined(one: WeightsFacts, other: WeightsFacts): WeightsFacts {
  const tensors = (one.tensors ?? 0) + (other.tensors ?? 0);
  const parameters = (one.parameters ?? 0) + (other.parameters ?? 0);
  return { ...one, ...(tensors > 0 && { tensors }), ...(parameters > 0 && { parameters }) };
}

function firstIn(folder: string, paths: Iterable<string>): string {
  for (const path of paths) if (path.startsWith(`${folder}/`)) return path;
  return folder;
}

function figures({ tensors, parameters }: WeightsFacts, size: number): string {
  return [
    ...(tensors === undefined ? [] : [counted(tensors, 'tensor')]),
    ...(parameters === undefined ? [] : [`${rounded(parameters)} parameters`]),
    byteSize(size),
  ].join(', ');
}

/** "7.2 billion", "1.4 million", "812". */
function rounded(value: number): string {
  if (value >= 1e9) return `${(value / 1e9).toFixed(1)} billion`;
  return value >= 1e6 ? `${(value / 1e6).toFixed(1)} million` : count(value);
}
