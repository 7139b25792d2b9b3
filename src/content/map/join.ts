import type { KeyNames } from '../scanner/key-names.ts';
import type { JsonVisitor } from './json.ts';

const BOTH = null;

/** Names of both visitors, which are the same for every file. */
const joined = new WeakMap<KeyNames, WeakMap<KeyNames, KeyNames>>();

/**
 * Shows one walk to two visitors: both enter the root, and what the first passes over in it the second may have.
 * What either entered is its own.
 *
 * @param settled whether the second need not look any more
 */
export function joinVisitors(first: JsonVisitor, second: JsonVisitor, settled: () => boolean): JsonVisitor {
  /** Whose each entered container is. */
  const owners: (JsonVisitor | typeof BOTH)[] = [];
  let asked = first;

  return {
    value(kind, key) {
      const owner = owners[owners.length - 1];
      if (owner === undefined) {
        const wants = [first.value(kind, key), second.value(kind, key)];
        if (wants[0] === 'enter') owners.push(wants[1] === 'enter' ? BOTH : first);
        else if (wants[1] === 'enter') owners.push(second);
        else return 'skip';
        return 'enter';
      }
      asked = owner ?? first;
      let want = asked.value(kind, key);
      if (owner === BOTH && want === 'skip' && !settled()) {
        asked = second;
        want = second.value(kind, key);
      }
      if (want === 'enter') owners.push(asked);
      return want;
    },
    heeded() {
      const owner = owners[owners.length - 1];
      if (owner !== BOTH) return owner?.heeded?.();
      const own = first.heeded?.();
      if (own === undefined || settled()) return own;
      const other = second.heeded?.();
      return other === undefined ? undefined : either(own, other);
    },
    captured: (text) => asked.captured(text),
    measured: (text, from, to) => asked.measured(text, from, to),
    passed: (bytes) => asked.passed?.(bytes),
    passedAll: () => asked.passedAll?.(),
    leave() {
      const owner = owners.pop();
      if (owner === BOTH) {
        first.leave();
        second.leave();
      } else owner?.leave();
    },
  };
}

function either(own: KeyNames, other: KeyNames): KeyNames {
  const row = joined.get(own) ?? new WeakMap<KeyNames, KeyNames>();
  joined.set(own, row);
  const names = row.get(other) ?? own.map((lengths, byte) => lengths | other[byte]!);
  row.set(other, names);
  return names;
}
