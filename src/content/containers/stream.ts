import { type Codec, canDecode, createDecoder } from '../../archive/decoder.ts';
import { PackgateError } from '../../errors.ts';
import { KIND_BYTES, kindOf } from '../kind.ts';
import { createSink, type Inside, type Opened, unread } from './inside.ts';
import { openTar } from './tar.ts';

const NOTHING = Buffer.alloc(0);

/**
 * gzip, zlib, deflate, brotli, zstd: one file, or a tar archive, whose files then stand right under the compressed name.
 */
export function openStream(codec: Codec, path: string, inside: Inside): Opened {
  if (!canDecode(codec)) {
    throw new PackgateError('archive', `it is ${codec} data, which this version of Node cannot read`);
  }
  const sink = createSink(path, inside, false);
  const name = nameInside(path);
  let head: Buffer | undefined = NOTHING;
  let tar: Opened | undefined;
  let size = 0;

  function begin(): void {
    const bytes = head!;
    head = undefined;
    if (kindOf(bytes, name).container === 'tar') tar = openTar(path, inside);
    else sink.begin({ path: name, size: Number.POSITIVE_INFINITY });
    pass(bytes);
  }

  function pass(view: Buffer): void {
    if (tar !== undefined) tar.push(view);
    else if (view.length > 0) sink.bytes(view);
  }

  const decoder = createDecoder(codec, (view) => {
    inside.budget.nested(view.length);
    size += view.length;
    if (head === undefined) pass(view);
    else {
      head = Buffer.concat([head, view]);
      if (head.length >= KIND_BYTES) begin();
    }
  });
  let given = 0;
  let failed = true;
  return {
    push(view) {
      given += view.length;
      decoder.write(view);
    },
    end() {
      decoder.end();
      if (head !== undefined) begin();
      failed = false;
      if (tar !== undefined) return tar.end();
      sink.end();
      const endedAt = decoder.endedAt();
      return unread(
        endedAt === undefined || codec === 'gzip'
          ? undefined
          : `${given - endedAt} bytes follow the ${codec} data`,
      );
    },
    close() {
      decoder.close();
      // What could be unpacked before the failure was looked at and counts.
      if (failed && size > 0 && head !== undefined) begin();
      failed = false;
      tar?.close();
      sink.end();
    },
  };
}

/** `dist/a.js.gz` holds `a.js`. */
function nameInside(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.replace(/\.(?:gz|gzip|zz?|zlib|br|brotli|zst|zstd|deflate)$/i, '') || name;
}
