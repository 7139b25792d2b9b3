import { createHash } from 'node:crypto';
import { readBinary, readContainer } from './binary-content.ts';
import type { Unpack } from './container.ts';
import { type ContentFacts, NOTHING, withCandidates } from './content-facts.ts';
import type { FileFacts } from './facts.ts';
import { KIND_BYTES, type Kind, kindOf } from './kind.ts';
import { createRamBundleReader } from './ram-bundle.ts';
import type { Reader } from './reader.ts';
import { createSensitiveReader, type SensitiveRead } from './sensitive/read.ts';
import { readText, readUtf8 } from './text-content.ts';

const NO_BYTES = Buffer.alloc(0);

/**
 * Looks at one file of a package, once: tells what it is by its first bytes and feeds the readers that its kind
 * calls for.
 *
 * @param path in the package
 * @param size in bytes as far as it is known beforehand; infinite where it is not
 * @param digest whether the policy needs the file's sha256
 * @param unpack opens what is itself a container; without it a container is uninspected
 */
export function lookAt(path: string, size: number, digest: boolean, unpack?: Unpack): Reader<FileFacts> {
  const enough = Math.min(size, KIND_BYTES);
  let seen = 0;
  let head: Buffer | undefined = NO_BYTES;
  let content: Reader<ContentFacts> | undefined;
  let kind: Kind | undefined;
  let sensitive: Reader<SensitiveRead> | undefined;
  const sha256 = digest ? createHash('sha256') : undefined;

  function begin(bytes: Buffer, whole = false): void {
    head = undefined;
    const beginning = bytes.subarray(0, enough);
    kind = kindOf(beginning, path);
    sensitive = createSensitiveReader(path, beginning, kind);
    sensitive?.push(bytes);
    content = readerOf(kind, path, size, bytes, unpack);
    content.push(bytes, whole);
  }

  return {
    push(view, whole) {
      seen += view.length;
      sha256?.update(view);
      if (content !== undefined) {
        content.push(view);
        sensitive?.push(view);
      } else if (head!.length === 0 && (whole || view.length >= enough)) begin(view, whole);
      else {
        head = Buffer.concat([head!, view]);
        if (head.length >= enough) begin(head);
      }
    },
    end() {
      if (content === undefined && head !== undefined && head.length > 0) begin(head);
      const facts = content?.end() ?? NOTHING;
      return {
        path,
        size: seen,
        kind: kind?.kind ?? 'empty',
        ...facts,
        ...sensitive?.end(),
        ...(kind?.label !== undefined &&
          !(kind.container !== undefined && unpack !== undefined) && {
            uninspected: `${kind.label}: packgate does not look inside`,
          }),
        ...(sha256 !== undefined && { sha256: sha256.digest('hex') }),
      };
    },
  };
}

/** What reads the content of a file that begins with these bytes. */
function readerOf(
  kind: Kind,
  path: string,
  size: number,
  bytes: Buffer,
  unpack: Unpack | undefined,
): Reader<ContentFacts> {
  if (kind.ramBundle) return withCandidates(createRamBundleReader(readUtf8(`${path}.js`, unpack)));
  if (kind.kind === 'text') return readText(path, kind.encoding, bytes, unpack);
  if (kind.container === undefined || unpack === undefined)
    return withCandidates(readBinary(path, kind, bytes, unpack), true);
  return readContainer(unpack(kind.container, path, { size }), kind);
}
