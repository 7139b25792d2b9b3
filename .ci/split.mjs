// Cuts a source file in two: what a plain check calls, and the rest, which the bundles load when one of its functions is called for the
// first time. `hot.json` says what is called, as .ci/hot.mjs found out; a function that nobody listed is in the rest.
import { existsSync, readFileSync } from 'node:fs';

const HOT = JSON.parse(readFileSync(new URL('hot.json', import.meta.url), 'utf8'));

/** Functions that are shorter than this stay: what would stand for them is as long. In characters. */
const SHORT = 250;

/** Words of an import that name nothing. */
const IMPORT = new Set(['import', 'type', 'as']);

/** Files that a plain check loads, so that it may be worth to cut them. */
export const cutFiles = Object.keys(HOT).filter((file) => existsSync(file));

/**
 * Both halves of a file as TypeScript; undefined where nothing is to be cut off.
 *
 * @param file as `src/check.ts`
 * @returns `hot` is given functions to write stubs for, `cold` the path by which it imports the hot half
 */
export function cut(file) {
  const items = itemsOf(readFileSync(file, 'utf8'));
  const cold = coldOf(items, new Set(HOT[file]));
  const functions = [...cold].filter(({ kind }) => kind === 'function');
  if (functions.length === 0) return undefined;
  const kept = items.filter((item) => !cold.has(item) && item.kind !== 'import');
  const left = items.filter(
    (item) => kept.includes(item) || (item.kind === 'import' && kept.some((one) => usesImport(one, item))),
  );
  const wanted = left
    .filter(({ kind }) => /^(?:function|const|let|class)$/.test(kind))
    .flatMap(({ names, exported }) => names.map((name) => ({ name, exported })))
    .filter(({ name }) => [...cold].some(({ words }) => words.has(name)));
  const called = functions.filter((one) => one.exported || left.some(({ words }) => words.has(one.name)));
  return {
    hot: (stubs) =>
      [...left.map(({ text }) => text), stubs(called), exported(wanted.filter((one) => !one.exported))].join(
        '\n',
      ),
    cold: (origin) =>
      [
        ...items.filter(({ kind }) => kind === 'import').map(({ text }) => text),
        wanted.length === 0 ? '' : `import{${names(wanted)}}from${JSON.stringify(origin)};`,
        ...items.filter((item) => cold.has(item)).map(({ text }) => text.replace(/^export /, '')),
        exported(called),
      ].join('\n'),
  };
}

/** The functions that are not called, and what they alone use. */
function coldOf(items, hot) {
  const cold = new Set(
    items.filter(
      ({ kind, name, text, overloaded }) =>
        kind === 'function' && !overloaded && !hot.has(name) && text.length > SHORT,
    ),
  );
  const groups = variablesOf(items);
  const usersOf = (group) =>
    items.filter((item) => !group.includes(item) && group.some((one) => uses(item, one)));
  // Nobody can assign what is imported: who may assign a variable stays with it, unless all its users go.
  const isFree = (group) => {
    const users = usersOf(group);
    return users.length > 0 && !group.some((one) => one.exported) && users.every((user) => cold.has(user));
  };
  for (let before = -1; before !== cold.size; ) {
    before = cold.size;
    for (const group of groups) {
      if (!group.some(({ kind }) => kind === 'let') || isFree(group)) continue;
      for (const user of usersOf(group)) cold.delete(user);
    }
  }
  // Most of all tables, which take time to make.
  for (let before = -1; before !== cold.size; ) {
    before = cold.size;
    for (const group of groups) if (isFree(group)) for (const one of group) cold.add(one);
  }
  return cold;
}

const uses = ({ words }, { names }) => names.some((name) => words.has(name));
const usesImport = ({ words }, { text }) =>
  text
    .slice(0, text.lastIndexOf(' from '))
    .match(/[A-Za-z_$][\w$]*/g)
    .some((word) => !IMPORT.has(word) && words.has(word));
const names = (items) => items.map(({ name }) => name).join(',');
const exported = (items) => (items.length === 0 ? '' : `export{${names(items)}};`);

/** What a file consists of, by the layout that the formatter gives it: what begins a line begins an item, or ends one. */
function itemsOf(source) {
  const items = [];
  let lines = [];
  const flush = () => {
    if (lines.length > 0) items.push(itemOf(lines.join('\n')));
    lines = [];
  };
  for (const line of source.split('\n')) {
    if (/^(?:export|import|async|function|const|let|class|abstract|type|interface|declare|for)\b/.test(line))
      flush();
    lines.push(line);
  }
  flush();
  return items;
}

/** Variables that go together: loops fill several tables at once. */
function variablesOf(items) {
  const groups = items.filter(({ kind }) => kind === 'const' || kind === 'let').map((one) => [one]);
  for (const loop of items.filter(({ kind }) => kind === 'for')) {
    const filled = groups.filter((group) => group.some(({ name }) => name && loop.text.includes(`${name}[`)));
    for (const group of filled) groups.splice(groups.indexOf(group), 1);
    groups.push([...filled.flat(), loop]);
  }
  return groups;
}

function itemOf(text) {
  const [, exported, kind, name] =
    /^(export )?(?:declare |abstract |async )*(import|function|const|let|class|type|interface|for)\b\*? *(\w+)?/.exec(
      text,
    ) ?? [];
  return {
    text,
    exported: exported !== undefined,
    kind: kind === 'interface' ? 'type' : kind,
    name: kind === 'import' || kind === 'for' ? undefined : name,
    names:
      name === undefined && /^(?:const|let)$/.test(kind)
        ? text.slice(0, text.indexOf('=')).match(/\w+/g).slice(1)
        : [name],
    // A signature without a body.
    overloaded: kind === 'function' && !/\{\n|\{.*\}$/m.test(text),
    words: new Set(text.match(/[A-Za-z_$][\w$]*/g)),
  };
}
