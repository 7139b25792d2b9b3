import type { ScriptFacts } from '../../src/content/text/script-lexer.ts';

/** A script with a label, and the packages that it is made of. */
export interface Labelled {
  readonly packages: readonly string[];
  readonly label: string;
  readonly tags: readonly string[];
  readonly script: ScriptFacts;
}

/** One figure of a script that parts two kinds, and the threshold that the rules have for it. */
interface Split {
  readonly name: string;
  readonly inRules: number;
  /** Undefined where a script has no say in it: too little in it, or neither kind. */
  readonly measure: (file: Labelled) => { readonly value: number; readonly low: boolean } | undefined;
}

const WHITE_SPACE_ONLY =
  /^gen:(?:esbuild-ws|esbuild-ws-linelimit|esbuild-syntax-ws|swc-ws|swc-nomangle|terser-ws|terser-nomangle|terser-ws-comments|uglify-nomangle|oxc-nomangle)$/;
const LAID_OUT_AGAIN =
  /^gen:(?:esbuild-names|terser-mangle-pretty|uglify-mangle-pretty|uglify-beautify|terser-prettier|esbuild-prettier|swc-prettier|obfuscator-pretty)$/;

export const SPLITS: readonly Split[] = [
  {
    name: 'dense share: readable under, minified over',
    inRules: 0.46,
    measure({ label, script: { codeBytes, denseBytes } }) {
      if (codeBytes - denseBytes < 400 || (label !== 'readable' && label !== 'minified')) return undefined;
      return { value: denseBytes / codeBytes, low: label === 'readable' };
    },
  },
  {
    name: 'short locals: names kept under, minified over',
    inRules: 0.7,
    measure({ label, tags, script }) {
      const kept = tags.some((tag) => WHITE_SPACE_ONLY.test(tag));
      const locals = script.locals + script.parameters;
      const shortLocals = script.shortLocals + script.shortParameters;
      if (locals < 1 || (label !== 'minified' && !kept)) return undefined;
      return { value: shortLocals / locals, low: kept };
    },
  },
  {
    name: 'locals of one letter: readable under, mangled and laid out over',
    inRules: 0.9,
    measure({ label, tags, script: { locals, letters } }) {
      const mangled = tags.some((tag) => LAID_OUT_AGAIN.test(tag));
      if (locals < 6 || (label !== 'readable' && !mangled)) return undefined;
      return { value: letters / locals, low: label === 'readable' };
    },
  },
];

interface Value {
  readonly value: number;
  readonly low: boolean;
  readonly packages: readonly string[];
}

/** What comes of deriving one threshold anew for each package, from all the others. */
export interface LeftOut {
  readonly name: string;
  readonly inRules: number;
  readonly files: number;
  readonly lowest: number;
  readonly highest: number;
  /** On packages that took no part in it; and with the rules' own threshold. */
  readonly errors: number;
  readonly errorsInRules: number;
  /** Packages with the most errors. */
  readonly worst: readonly (readonly [name: string, errors: number])[];
}

/**
 * The threshold with the fewest errors: the middle of the widest stretch that has so few. Values from 0 to 1.
 */
export function bestThreshold(values: readonly Value[]): number {
  const sorted = [...values].sort((a, b) => a.value - b.value);
  // All are called high at first.
  let errors = sorted.filter(({ low }) => low).length;
  let least = errors;
  let [from, to] = [0, sorted[0]?.value ?? 1];
  for (const [at, { value, low }] of sorted.entries()) {
    errors += low ? -1 : 1;
    const next = sorted[at + 1]?.value ?? 1;
    if (next === value || errors > least || (errors === least && next - value <= to - from)) continue;
    least = errors;
    [from, to] = [value, next];
  }
  return (from + to) / 2;
}

/** Derives each threshold without one package at a time, and counts the errors on that package. */
export function leaveOneOut(files: readonly Labelled[]): readonly LeftOut[] {
  return SPLITS.map(({ name, inRules, measure }) => {
    const values: Value[] = [];
    for (const file of files) {
      const measured = measure(file);
      if (measured !== undefined) values.push({ ...measured, packages: file.packages });
    }
    const wrong = (threshold: number) => (file: Value) => file.value <= threshold !== file.low;
    const runs = [...new Set(values.flatMap(({ packages }) => packages))].map((left) => {
      const threshold = bestThreshold(values.filter(({ packages }) => !packages.includes(left)));
      const own = values.filter(({ packages }) => packages.includes(left));
      return { left, threshold, errors: own.filter(wrong(threshold)).length };
    });
    const thresholds = runs.map(({ threshold }) => threshold);
    return {
      name,
      inRules,
      files: values.length,
      lowest: Math.min(...thresholds),
      highest: Math.max(...thresholds),
      errors: runs.reduce((sum, { errors }) => sum + errors, 0),
      errorsInRules: values.filter(wrong(inRules)).length,
      worst: runs
        .filter(({ errors }) => errors > 0)
        .sort((a, b) => b.errors - a.errors)
        .slice(0, 5)
        .map(({ left, errors }) => [left, errors]),
    };
  });
}
