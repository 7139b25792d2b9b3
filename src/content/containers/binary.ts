import type { EntrySink } from '../../archive/entry.ts';
import { readHeld } from '../../archive/held.ts';
import { checkLength } from '../../archive/name.ts';
import { PackgateError } from '../../errors.ts';
import { type BinarySinks, readBinary } from '../binary/read.ts';
import type { FileFacts } from '../facts.ts';
import type { Binary } from '../kind.ts';
import { createSink, type Inside, type Opened, onOddityIn } from './inside.ts';

/** Machine code is held too: what says where its parts are stands at its end as often as not. */
export function openBinary(container: Binary, path: string, inside: Inside, size?: number): Opened {
  const holding = inside.store.hold(size);
  return {
    push: holding.write,
    end: () => readBinary(container, holding.bytes(), createBinarySinks(path, inside)),
    close: holding.close,
  };
}

/** Facts of files in an executable say what they lie in. */
function createBinarySinks(path: string, inside: Inside): BinarySinks {
  const counted = (sink: EntrySink): EntrySink => ({
    ...sink,
    begin(entry) {
      inside.budget.entry();
      checkLength(entry.path, inside.budget.limits);
      sink.begin(entry);
    },
  });
  const sinkFor = (change: (facts: FileFacts) => FileFacts): EntrySink =>
    counted(createSink(path, { ...inside, onFile: (facts) => inside.onFile(change(facts)) }, true));
  return {
    members: () => counted(createSink(path, inside, true)),
    files: (carrier, maps) =>
      sinkFor((facts) => ({
        ...facts,
        carrier,
        maps: [...facts.maps, ...maps(facts.path.slice(path.length + 2))],
      })),
    sources: (carrier) =>
      sinkFor(({ text: _, ...facts }) => ({ ...facts, carrier, maps: [], references: [] })),
    zip(bytes) {
      try {
        const sink = createSink(path, inside, true);
        return readHeld('zip', bytes, sink, onOddityIn(path, inside), inside.budget);
      } catch (error) {
        if (!(error instanceof PackgateError) || error.code === 'limit') throw error;
        return error.message;
      }
    },
    hold: () => inside.store.hold(),
    unpacked: (bytes) => inside.budget.nested(bytes),
  };
}
