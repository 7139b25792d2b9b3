/** A rule of another tool that calls a text minified, by the text alone. */
export interface Peer {
  readonly name: string;
  readonly minified: (text: string) => boolean;
}

const longest = (lines: readonly string[]) => lines.reduce((most, { length }) => Math.max(most, length), 0);
const average = (lines: readonly string[]) =>
  lines.reduce((sum, { length }) => sum + length, 0) / Math.max(1, lines.length);
const linesOf = (text: string) => text.replace(/\n$/, '').split('\n');

/** As many lines as addons-linter looks at. */
const SAMPLE = 30;
/** As many as the debugger of Firefox does. */
const DEBUGGER_SAMPLE = 50;

/** Written anew from what the tools document or do; the figures are theirs, the code is not. */
export const PEERS: readonly Peer[] = [
  // linguist, lib/linguist/generated.rb: lines of more than 110 characters on average (.js and .css).
  { name: 'linguist, average line over 110', minified: (text) => average(linesOf(text)) > 110 },
  // lintian, tag very-long-line-length-in-source-file: one line of more than 512 characters.
  { name: 'lintian, a line over 512', minified: (text) => longest(linesOf(text)) > 512 },
  // addons-linter, src/utils.js: a map comment, under 20 % of the first 30 lines indented, or over 4 of them longer than 500.
  {
    name: 'addons-linter',
    minified(text) {
      if (/\/\/[#@]\s?sourceMappingURL=/.test(text)) return true;
      const lines = linesOf(text.replace(/\/\*[\s\S]*?\*\/|\/\/.+/g, '')).slice(0, SAMPLE);
      const indented = lines.filter((line) => /^\s/.test(line)).length;
      return indented < 0.2 * lines.length || lines.filter(({ length }) => length > 500).length > 4;
    },
  },
  // Firefox, devtools source-utils isMinified: under 5 % of the first 50 lines indented, or one over 250 characters.
  {
    name: 'Firefox debugger',
    minified(text) {
      const all = linesOf(text);
      const lines = all.slice(0, DEBUGGER_SAMPLE);
      const indented = lines.filter((line) => /^\s/.test(line)).length;
      return indented < 0.05 * lines.length || longest(lines) > 250;
    },
  },
  // VS Code, files too long to tokenise: a line over 10,000 characters, or 400 on average.
  {
    name: 'VS Code, large lines',
    minified: (text) => longest(linesOf(text)) > 10_000 || average(linesOf(text)) > 400,
  },
  // What several packages on npm do: no line break in it, or under 10 % of the text white space.
  {
    name: 'white space under 10 %',
    minified: (text) => (text.match(/\s/g)?.length ?? 0) < 0.1 * text.length,
  },
];
