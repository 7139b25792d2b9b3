/** A source map as some tool would write it, changed where the test says so. */
export function mapText(change: object = {}): string {
  return JSON.stringify({
    version: 3,
    sources: ['../src/a.ts', '../node_modules/b/c.js'],
    sourcesContent: ['const a = 1;\nconst b = 2;\n', 'module.exports = 1;'],
    names: [],
    mappings: 'AAAA',
    ...change,
  });
}

export function dataUrl(text: string): string {
  return `data:application/json;base64,${Buffer.from(text).toString('base64')}`;
}
