import { PackgateError } from '../errors.ts';
import { byteSize } from '../figures.ts';
import { type Budget, createBudget } from './budget.ts';
import type { EntrySink } from './entry.ts';
import { LIMITS } from './limits.ts';
import { checkLength, type EntryName, packagePath } from './name.ts';
import type { Oddity } from './oddity.ts';
import { BLOCK, createHeaderReader, hasChecksum, type TarHeader } from './tar-header.ts';
import { checkGlobalPax, type NextEntry, readLongName, readPax } from './tar-meta.ts';
import { isZero } from './zero.ts';

/** Takes the unpacked bytes of a tar archive, cut anywhere. */
export interface TarReader {
  write(view: Buffer): void;
  /** Call once after the last view. Throws where the archive was cut. */
  end(): void;
}

/**
 * Walks a tar archive block by block and hands every file that some npm client would install to the sink.
 *
 * It stops where npm stops: at two zero blocks in a row. What clients read alike stays quiet (any root folder,
 * directories, GNU long names, prefixes, comments in global headers, zero padding); what they install differently is
 * an oddity; a header that would make them lose step with each other is refused.
 *
 * tar-stream's own extractor is not used: it never stops at the end mark, waits for ever on two kinds of header, and costs
 * two to three times as much on tens of thousands of small files. Its header codec is.
 *
 * @param pathOf makes the path of an entry from its name
 * @param budget what is charged for each entry
 * @param small files of up to so many bytes are handed on in one view, as nearly all are that no view ends in, which is read in half of the time; of one
 *   that is cut off nothing is
 * @throws PackgateError `archive` or `limit`, from both methods
 */
export function createTarReader(
  sink: EntrySink,
  report: (oddity: Oddity) => void,
  pathOf: (name: string, isTidy: boolean) => EntryName = packagePath,
  budget: Budget = createBudget(),
  small = 0,
): TarReader {
  const block = Buffer.alloc(BLOCK);
  const headers = createHeaderReader();
  let blockFill = 0;
  /** Offset in the unpacked archive of the next byte. */
  let position = 0;
  let first = true;
  /** Bytes still to come: of the body at hand, then of its padding. */
  let body = 0;
  let padding = 0;
  /** Of the body at hand, in all. */
  let size = 0;
  let inFile = false;
  let meta: { readonly header: TarHeader; readonly bytes: Buffer; fill: number } | undefined;
  let next: NextEntry | undefined;
  /** Where a small file that lies in several views is put together. */
  let room: Buffer | undefined;
  let zeroBlocks = 0;
  let state: 'reading' | 'ended' | 'trailing' = 'reading';

  /** @param from where the block begins in the view */
  function onBlock(view: Buffer, from: number): void {
    const at = position - BLOCK;
    if (view[from] === 0 && isZero(view.subarray(from, from + BLOCK))) {
      zeroBlocks++;
      if (zeroBlocks === 2) {
        if (next !== undefined) throw refused(`the tar archive ends after an extended header at byte ${at}`);
        state = 'ended';
      }
      return;
    }
    if (zeroBlocks === 1) {
      // npm reads on behind a lone zero block; pnpm, GNU tar and bsdtar stop there.
      report({
        kind: 'trailing-data',
        path: '',
        message: `A lone end block stands in the middle of the archive, at byte ${at - BLOCK}: npm reads on behind it, other installers stop.`,
      });
      zeroBlocks = 0;
    }
    budget.entry();
    if (first) checkFirst(view.subarray(from, from + BLOCK));
    first = false;
    onHeader(headers(view, from, at), at);
  }

  function onHeader(header: TarHeader, at: number): void {
    body = size = header.size;
    padding = (BLOCK - (header.size % BLOCK)) % BLOCK;
    switch (header.type) {
      case 'pax':
      case 'pax-global':
      case 'gnu-name':
      case 'gnu-link':
        // npm 10 and pnpm take the pending size or name for the global header's own.
        if (header.type === 'pax-global' && next !== undefined)
          throw refused(`the extended header before byte ${at} is followed by a global one`);
        if (header.size > LIMITS.metaSize)
          throw refused(`the extended tar header at byte ${at} is over ${byteSize(LIMITS.metaSize)}`);
        if (header.size === 0) throw refused(`the extended tar header at byte ${at} is empty`);
        meta = { header, bytes: Buffer.allocUnsafe(header.size), fill: 0 };
        return;
      default:
        onEntry(header, at);
    }
  }

  function onEntry(header: TarHeader, at: number): void {
    if (next?.size !== undefined && next.size !== header.size) {
      throw refused(`the tar header at byte ${at} and the extended header before it give two sizes`);
    }
    if (next?.link !== undefined && header.type !== 'link') {
      throw refused(`the extended header before byte ${at} gives a link name to what is no link`);
    }
    const name = next?.name ?? header.name;
    const tidy = next === undefined ? header.tidy : undefined;
    next = undefined;
    checkLength(name, budget.limits);
    // Where only one of two names ends in a slash it is a folder for some clients, and they then read its body as headers.
    if (header.flag !== '5' && name.endsWith('/') !== header.name.endsWith('/')) {
      throw refused(
        `the tar header at byte ${at} and the extended header before it differ on whether it is a folder`,
      );
    }
    // yarn 1 writes the root folder itself, without a slash.
    if (header.type === 'directory' && !name.includes('/')) return;
    const { path, oddity, dotted } = pathOf(name, tidy !== undefined);
    if (oddity !== undefined)
      report({ kind: 'unsafe-path', path, message: `The name of this entry ${oddity}.` });
    if (header.type === 'directory') return;
    if (header.type !== 'file' || header.flag === '7') {
      report({ kind: 'special-entry', path, message: special(header) });
    }
    if (header.type === 'link' || header.type === 'device') return;
    if (path === '') throw refused(`the tar header at byte ${at} names no file`);
    inFile = true;
    sink.begin(dotted ? { path, size: header.size, dotted } : { path, size: header.size, tidy });
    if (header.size === 0) closeFile();
  }

  /** Hands on a part of the file at hand, up to where `body` begins. */
  function pass(part: Buffer): void {
    if (part.length === size) return sink.bytes(part, true);
    if (size > small) return sink.bytes(part, false);
    room ??= Buffer.allocUnsafeSlow(small);
    part.copy(room, size - body - part.length);
    if (body === 0) sink.bytes(room.subarray(0, size), true);
  }

  function closeFile(): void {
    inFile = false;
    sink.end();
  }

  function closeMeta(): void {
    const { header, bytes } = meta!;
    meta = undefined;
    const at = position - header.size - BLOCK;
    if (header.type === 'pax-global') {
      checkGlobalPax(bytes, at);
      return;
    }
    const said =
      header.type === 'pax' ? readPax(bytes, at) : readLongName(bytes, at, header.type === 'gnu-link');
    // GNU tar writes a long link and a long name before one entry; any other pair is read in two ways.
    const gnuPair =
      next !== undefined &&
      next.from === 'gnu' &&
      said.from === 'gnu' &&
      !(next.name && said.name) &&
      !(next.link && said.link);
    if (next !== undefined && !gnuPair) {
      throw refused(`two extended tar headers, the second at byte ${at}, describe one entry`);
    }
    next = { ...next, ...said };
  }

  return {
    write(view) {
      let offset = 0;
      while (offset < view.length) {
        const left = view.length - offset;
        if (state !== 'reading') {
          position += left;
          if (state === 'ended' && !isZero(view.subarray(offset))) {
            state = 'trailing';
            report({
              kind: 'trailing-data',
              path: '',
              message:
                'Data follows the end of the archive: it is published, npm does not unpack it, and other tools may.',
            });
          }
          return;
        }
        if (body > 0) {
          const take = Math.min(body, left);
          const part = view.subarray(offset, offset + take);
          body -= take;
          offset += take;
          position += take;
          if (meta !== undefined) {
            part.copy(meta.bytes, meta.fill);
            meta.fill += take;
            if (body === 0) closeMeta();
          } else if (inFile) {
            pass(part);
            if (body === 0) closeFile();
          }
        } else if (padding > 0) {
          const take = Math.min(padding, left);
          padding -= take;
          offset += take;
          position += take;
        } else if (blockFill === 0 && left >= BLOCK) {
          position += BLOCK;
          onBlock(view, offset);
          offset += BLOCK;
        } else {
          const take = Math.min(BLOCK - blockFill, left);
          view.copy(block, blockFill, offset, offset + take);
          blockFill += take;
          offset += take;
          position += take;
          if (blockFill === BLOCK) {
            blockFill = 0;
            onBlock(block, 0);
          }
        }
      }
    },
    end() {
      if (state !== 'reading') return;
      if (position === 0) throw refused('the archive is empty');
      if (position < BLOCK) throw noTar();
      if (body > 0 || padding > 0 || blockFill > 0)
        throw refused(`the tar archive is cut off at byte ${position}`);
      // npm takes an archive without an end mark, pnpm does not; whoever cuts a file at a block leaves one like it.
      throw refused(`the tar archive has no end mark at byte ${position}: it is cut off`);
    },
  };
}

/** Data that has no header where the first must stand is something else altogether. */
function checkFirst(block: Buffer): void {
  if (!hasChecksum(block)) throw noTar();
  // By these two bytes yarn 1 and pnpm 7 take the archive for compressed data and unpack it once more.
  if (block[0] === 0x78 && [0x01, 0x9c, 0xda].includes(block[1]!))
    throw refused('the tar archive begins like zlib data: some installers would unpack it once more');
}

function special(header: TarHeader): string {
  const what = {
    link: 'a link',
    device: 'a device or pipe',
    file: 'a contiguous file',
    unknown: `of the unknown type ${JSON.stringify(header.flag)}`,
  };
  return `This entry is ${what[header.type as keyof typeof what]}: npm pack never writes one, and installers differ on what they make of it.`;
}

function noTar(): PackgateError {
  return new PackgateError('archive', 'the data is no tar archive', {
    help: 'Point packgate at a tarball as npm pack writes it; if this is one, pack or download it again',
  });
}

function refused(message: string): PackgateError {
  return new PackgateError('archive', message, { help: 'Pack or download the file again' });
}
