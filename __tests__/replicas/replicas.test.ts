import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { INLINE, LINKED, LINKED_BY_BUN } from './incidents.ts';
import { type Incident, replica } from './replica.ts';

const MB = 1e6;
const CASES: [Incident, Record<string, number>][] = [
  [LINKED, { 'cli.js': 12 * MB, 'cli.js.map': 57 * 2 ** 20 }],
  [LINKED_BY_BUN, { 'cli.js': 12 * MB, 'cli.js.map': 57 * 2 ** 20 }],
  [INLINE, { 'cli.mjs': 23 * MB }],
];

for (const [incident, sizes] of CASES) {
  describe(`the incident built again: ${incident.name}`, () => {
    it('has the size of the real one', async () => {
      const built = await replica(incident);
      for (const [path, size] of Object.entries(sizes)) {
        const off = Math.abs(built.sizes[path]! / size - 1);
        assert.ok(off < 0.06, `${path} has ${built.sizes[path]} bytes, wanted about ${size}`);
      }
    });
  });
}
