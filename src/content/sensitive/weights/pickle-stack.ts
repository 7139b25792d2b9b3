/**
 * What stands on the stack of a pickle, as far as it says how large an array is: numbers, short texts, tuples of them, names of classes, and what
 * these were called for. All else is undefined.
 */
type Value = undefined | number | string | Mark | Tuple | Named | Made | Dict;

interface Mark {
  readonly kind: 'mark';
}
interface Tuple {
  readonly kind: 'tuple';
  readonly items: readonly Value[];
}
/** A class or function by its module and name, with a space between. */
interface Named {
  readonly kind: 'named';
  readonly name: string;
}
/** What a class or function gave back; of a type of numbers how many bytes one takes. */
interface Made {
  readonly kind: 'made';
  readonly name: string;
  bytes?: number;
  /** Numbers are none: each is an object of its own. */
  objects?: boolean;
}
interface Dict {
  readonly kind: 'dict';
  readonly entries: Map<string, Value>;
}

/** What follows an opcode in the stream, which is no pickle. */
export type Behind = { readonly padded: boolean; readonly bytes: number } | 'a pickle' | undefined;

/** What a pickle would have built, followed without running anything of it. */
export interface PickleStack {
  /**
   * @param argument the beginning of what stands behind the opcode, byte by byte; of two lines, with the newline between
   * @returns what follows that is no opcode
   */
  take(opcode: number, argument: string): Behind;
  /** Arrays of NumPy that were built. */
  arrays(): number;
  /** More was on it than is kept, or less than an opcode takes: nothing can be told any more. */
  lost(): boolean;
}

/** Values that are kept at a time, values that have a number, and opcodes that are followed: two seconds' worth. */
const MOST_VALUES = 1_000_000;
const MOST_NUMBERED = 200_000;
const MOST_STEPS = 20_000_000;
/** A shape has at most 64 axes; what has more items is none. */
const MOST_ITEMS = 64;
/** What a wrapper says of its array, of which all else in a dict is left out: values must not hold others without end. */
const STATE: ReadonlySet<string> = new Set(['shape', 'dtype', 'numpy_array_alignment_bytes']);

const MARK: Mark = { kind: 'mark' };
const NOTHING: Tuple = { kind: 'tuple', items: [] };

/** Functions of NumPy that each array is made by, and the class that stands for one where joblib writes its numbers behind it. numpy/_core/numeric.py, joblib/numpy_pickle.py */
const ARRAYS = /^numpy\.(?:_?core\.(?:multiarray _reconstruct|numeric _frombuffer)|ma\.core _mareconstruct)$/;
const WRAPPERS = /(?:^|\.)joblib\.numpy_pickle(?:_compat)? (?:NumpyArrayWrapper|Z?NDArrayWrapper)$/;
const TYPE = 'numpy dtype';
/** What objects are made by that have no function of their own, before protocol 2. */
const MAKER = /^copy_?reg _reconstructor$/;

/** Texts that matter: modules and names of the above, types of numbers, and what a wrapper says of its array. */
const KEPT =
  /^numpy\b|joblib\.numpy_pickle|^(?:copy_?reg|_reconstruct(?:or)?|_frombuffer|_mareconstruct|dtype|Z?NDArrayWrapper|NumpyArrayWrapper|shape|numpy_array_alignment_bytes|[a-zA-Z]\d{1,9})$/;

/** Follows a pickle's stack. Opcodes: pickletools.py of CPython. */
export function createPickleStack(): PickleStack {
  let stack: Value[] = [];
  let numbered = new Map<number, Value>();
  let numbers = 0;
  let steps = 0;
  let arrays = 0;
  let lost = false;

  function pop(): Value {
    if (stack.length === 0) lost = true;
    return stack.pop();
  }

  /** Takes all down to the last mark. */
  function toMark(): Value[] {
    const at = stack.lastIndexOf(MARK);
    if (at === -1) {
      lost = true;
      return [];
    }
    const items = stack.slice(at + 1);
    stack.length = at;
    return items;
  }

  function put(number: number): void {
    const value = stack.at(-1);
    if (value === undefined || typeof value === 'number') numbered.delete(number);
    else if (numbered.size < MOST_NUMBERED) numbered.set(number, value);
    else lost = true;
  }

  function call(callee: Value, of: Value): void {
    const name = nameOf(callee);
    if (name === undefined) return void stack.push(undefined);
    const items = isA(of, 'tuple') ? of.items : [];
    if (MAKER.test(name)) return call(items[0], NOTHING);
    if (ARRAYS.test(name)) arrays++;
    else if (name === TYPE) return void stack.push(typeOf(items[0]));
    else if (!WRAPPERS.test(name)) return void stack.push(undefined);
    stack.push({ kind: 'made', name });
  }

  /** Gives an object its state. */
  function build(): Behind {
    const state = pop();
    const made = stack.at(-1);
    if (!isA(made, 'made')) return undefined;
    if (made.name === TYPE) {
      // Fields may be objects: the flag that says so, behind version, order, the type of a part, names, fields, size and alignment.
      const flags = isA(state, 'tuple') ? state.items[7] : undefined;
      if (typeof flags === 'number' && (flags & 1) === 1) made.objects = true;
      return undefined;
    }
    if (!WRAPPERS.test(made.name)) return undefined;
    // The older ones name a file with the numbers.
    if (!made.name.endsWith(' NumpyArrayWrapper')) {
      arrays++;
      return undefined;
    }
    const entries = isA(state, 'dict') ? state.entries : undefined;
    const type = entries?.get('dtype');
    if (isA(type, 'made') && type.objects === true) return 'a pickle';
    arrays++;
    const count = countOf(entries?.get('shape'));
    if (count === undefined || !isA(type, 'made') || type.bytes === undefined) {
      lost = true;
      return undefined;
    }
    return {
      padded: typeof entries?.get('numpy_array_alignment_bytes') === 'number',
      bytes: count * type.bytes,
    };
  }

  function set(pairs: readonly Value[]): void {
    const dict = stack.at(-1);
    if (isA(dict, 'dict')) addPairs(dict, pairs);
  }

  function take(opcode: number, argument: string): Behind {
    if (lost) return undefined;
    if (++steps > MOST_STEPS || stack.length > MOST_VALUES) {
      lost = true;
      return undefined;
    }
    switch (String.fromCharCode(opcode)) {
      case '(':
        stack.push(MARK);
        break;
      case '0':
      case 'a':
        pop();
        break;
      case '1':
      case 'e':
      case '\x90':
        toMark();
        break;
      case '2':
        stack.push(stack.at(-1));
        break;
      case 'I':
      case 'L':
        stack.push(Number.parseInt(argument, 10));
        break;
      case 'J':
      case 'K':
      case 'M':
      case '\x8a':
        stack.push(numberIn(argument, opcode));
        break;
      case 'S':
        stack.push(textOf(argument.replace(/^["']|["']$/g, '')));
        break;
      case 'T':
      case 'U':
      case 'V':
      case 'X':
      case '\x8c':
        stack.push(textOf(argument));
        break;
      case '}':
        stack.push({ kind: 'dict', entries: new Map() });
        break;
      case 'd': {
        const pairs = toMark();
        stack.push({ kind: 'dict', entries: new Map() });
        set(pairs);
        break;
      }
      case 's': {
        const value = pop();
        const key = pop();
        set([key, value]);
        break;
      }
      case 'u':
        set(toMark());
        break;
      case 'l':
      case '\x91':
        toMark();
        stack.push(undefined);
        break;
      case ')':
        stack.push(NOTHING);
        break;
      case 't':
        stack.push(tupleOf(toMark()));
        break;
      case '\x85':
      case '\x86':
      case '\x87': {
        const items = Array.from({ length: opcode - 0x84 }, pop).reverse();
        stack.push(tupleOf(items));
        break;
      }
      case 'c':
        stack.push(named(...(argument.split('\n') as [string, string])));
        break;
      case '\x93': {
        const name = pop();
        const module = pop();
        stack.push(typeof name === 'string' && typeof module === 'string' ? named(module, name) : undefined);
        break;
      }
      case 'i': {
        const items = toMark();
        call(named(...(argument.split('\n') as [string, string])), tupleOf(items));
        break;
      }
      case 'o': {
        const [callee, ...items] = toMark();
        call(callee, tupleOf(items));
        break;
      }
      case '\x92':
        pop();
        callTop();
        break;
      case 'R':
      case '\x81':
        callTop();
        break;
      case 'b':
        return build();
      case 'p':
        put(Number.parseInt(argument, 10));
        numbers++;
        break;
      case 'q':
      case 'r':
        put(numberIn(argument, opcode));
        numbers++;
        break;
      case '\x94':
        put(numbers++);
        break;
      case 'g':
        stack.push(numbered.get(Number.parseInt(argument, 10)));
        break;
      case 'h':
      case 'j':
        stack.push(numbered.get(numberIn(argument, opcode)));
        break;
      case 'Q':
        pop();
        stack.push(undefined);
        break;
      case '.':
        stack = [];
        numbered = new Map();
        numbers = 0;
        break;
      // Of the version, of a frame, and of whether a buffer may be written nothing is left.
      case '\x80':
      case '\x95':
      case '\x98':
        break;
      default:
        stack.push(undefined);
    }
    return undefined;
  }

  function callTop(): void {
    const of = pop();
    call(pop(), of);
  }

  return {
    take,
    arrays: () => arrays,
    lost: () => lost,
  };
}

function isA<K extends Exclude<Value, undefined | number | string>['kind']>(
  value: Value,
  kind: K,
): value is Extract<Value, { kind: K }> {
  return typeof value === 'object' && value.kind === kind;
}

function nameOf(value: Value): string | undefined {
  return isA(value, 'named') ? value.name : undefined;
}

/** Names of anything else are of no interest. */
function named(module: string, name: string): Value {
  const whole = `${module} ${name}`;
  return KEPT.test(module) && KEPT.test(name) ? { kind: 'named', name: whole } : undefined;
}

function textOf(text: string): Value {
  return KEPT.test(text) ? text : undefined;
}

/** Numbers, texts and classes: nobody asks for anything else in one, and tuples in tuples could hold any number of them. */
function tupleOf(items: readonly Value[]): Value {
  if (items.length > MOST_ITEMS) return undefined;
  const flat = items.map((item) => (typeof item !== 'object' || item.kind === 'named' ? item : undefined));
  return flat.some((item) => item !== undefined) ? { kind: 'tuple', items: flat } : undefined;
}

function addPairs({ entries }: Dict, pairs: readonly Value[]): void {
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    const key = pairs[at];
    const value = pairs[at + 1];
    if (typeof key === 'string' && STATE.has(key) && !isA(value, 'dict')) entries.set(key, value);
  }
}

/** A type of numbers by its letter and size: characters of text take four bytes each. */
function typeOf(value: Value): Made | undefined {
  const [, letter, digits] = /^([a-zA-Z])(\d{1,9})$/.exec(typeof value === 'string' ? value : '') ?? [];
  if (letter === undefined) return undefined;
  return {
    kind: 'made',
    name: TYPE,
    bytes: Number(digits) * (letter === 'U' ? 4 : 1),
    ...(letter === 'O' && { objects: true }),
  };
}

/** Numbers in an array of a shape; undefined where it is none. */
function countOf(shape: Value): number | undefined {
  if (!isA(shape, 'tuple')) return undefined;
  let count = 1;
  for (const axis of shape.items) {
    if (typeof axis !== 'number' || !(axis >= 0)) return undefined;
    count *= axis;
  }
  return Number.isSafeInteger(count) ? count : undefined;
}

/** LONG1 begins with how many bytes it has; the others are as long as they are. All have the lowest byte first. */
function numberIn(argument: string, opcode: number): number {
  let number = 0;
  for (let at = argument.length - 1; at >= 0; at--) number = number * 256 + argument.charCodeAt(at);
  // Negative ones are no sizes.
  return opcode === 0x4a && number >= 2 ** 31 ? number - 2 ** 32 : number;
}
