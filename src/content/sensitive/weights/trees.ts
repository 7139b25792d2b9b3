import { counted } from '../../../figures.ts';
import type { Beginning } from '../beginning.ts';
import type { WeightsFacts } from '../facts.ts';

/** Text models of gradient boosting, by how they begin. */
export function readBoosted({ text, bytes, size }: Beginning): WeightsFacts | undefined {
  if (/^tree\nversion=v\d/.test(text)) return boosted('LightGBM', treesOf(text, bytes.length >= size));
  // As it is dumped for reading: how many trees there are stands nowhere, and what was kept may not be all of them.
  if (LIGHTGBM_JSON.test(text)) return boosted('LightGBM', bytes.length < size ? 0 : count(text));
  if (!/^\{"learner":\{/.test(text) || !text.includes('"gradient_booster"')) return undefined;
  return boosted('XGBoost', Number(/"num_trees":"(\d{1,9})"/.exec(text)?.[1] ?? 0));
}

const LIGHTGBM_JSON = /^\{\s{0,9}"name"\s?:\s?"tree",\s{0,9}"version"\s?:\s?"v\d/;

function count(text: string): number {
  return text.match(/"tree_index"\s?:/g)?.length ?? 0;
}

/** The bytes of each tree are listed before the first; the list may be longer than what was kept. */
function treesOf(text: string, isWhole: boolean): number {
  const [, sizes] = /^tree_sizes=([\d ]+)\n/m.exec(text) ?? [];
  if (sizes !== undefined) return sizes.trim().split(' ').length;
  return isWhole ? (text.match(/^Tree=\d/gm)?.length ?? 0) : 0;
}

function boosted(format: string, trees: number): WeightsFacts {
  return { kind: 'weights', format, ...(trees > 0 && { says: counted(trees, 'tree') }) };
}

/** PMML and the description of a network for OpenVINO. https://dmg.org/pmml, https://docs.openvino.ai (IR format) */
export function readMarkup({ path, text, bytes, size }: Beginning): WeightsFacts | undefined {
  const start = text.slice(0, 2000);
  if (/<PMML\s[^<>]*version="/.test(start)) {
    const [, model] =
      /<(\w*(?:Model|Network|Machine|ModelChain))\s[^<>]*(?:functionName|modelName)="/.exec(text) ?? [];
    return { kind: 'weights', format: 'PMML', ...(model !== undefined && { says: model }) };
  }
  if (!/<net\s[^<>]*version="\d+"/.test(start) || !text.includes('<layers>')) return undefined;
  const tensors = text.match(/<layer [^<>]*type="Const"/g)?.length ?? 0;
  return {
    kind: 'weights',
    format: 'OpenVINO',
    parts: [path.replace(/\.xml$/i, '.bin')],
    ...(tensors > 0 && bytes.length >= size && { tensors }),
  };
}
