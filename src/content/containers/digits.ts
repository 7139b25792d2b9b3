import { isCutOff } from '../../archive/decoder.ts';
import type { About } from '../container.ts';
import type { FileFacts } from '../facts.ts';
import { createSink, type Inside, type Opened } from './inside.ts';

/** One file, written as digits of base64 or as hexadecimal ones. */
export function openDigits(
  { name = 'base64', encoding = 'base64' }: About,
  path: string,
  inside: Inside,
): Opened {
  const group = encoding === 'hex' ? 2 : 4;
  // Code quotes the beginning of compressed data as an example, and drawings hold such data in pieces: all that can
  // be read of it was.
  const sinkFor = (facts: FileFacts) => {
    const { uninspected, ...rest } = facts;
    const isOwn = uninspected !== undefined && facts.path === `${path}!/${name}`;
    const isPiece = isOwn && (isCutOff(uninspected) || FOLLOWED.test(uninspected));
    inside.onFile(isPiece ? rest : facts);
  };
  const sink = createSink(path, { ...inside, onFile: sinkFor }, true);
  let rest = '';
  sink.begin({ path: name, size: Number.POSITIVE_INFINITY });
  return {
    push(view) {
      const digits = rest + view.toString('latin1');
      const whole = digits.length - (digits.length % group);
      sink.bytes(Buffer.from(digits.slice(0, whole), encoding));
      rest = digits.slice(whole);
    },
    end() {
      sink.bytes(Buffer.from(rest, encoding));
      sink.end();
      return {};
    },
    close: () => sink.end(),
  };
}

/** Digits of what stands behind a file in a text may be taken for its own. */
const FOLLOWED = /^\d+ bytes follow the \w+ data$/;
