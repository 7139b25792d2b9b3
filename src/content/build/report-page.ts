import { createJsonWalk, type JsonWalk } from '../map/json.ts';
import { createOriginals } from '../originals.ts';
import type { Reader } from '../reader.ts';
import { createJsonRecordReader, type JsonRecordReader } from './json-record.ts';
import { createPieceReader } from './pieces.ts';
import type { BuildRecord } from './record.ts';

const NOTHING = Buffer.alloc(0);

/** Reads the pages that tools make of a record for people: of coverage, with the source in it, and of a bundle. */
export function createReportPageReader(): Reader<BuildRecord | undefined> {
  const readers = [createCoveragePage(), createBundlePage()];
  return {
    push(view) {
      for (const reader of readers) reader.push(view);
    },
    end() {
      const [covered, bundled] = readers.map((reader) => reader.end());
      return covered ?? bundled;
    },
  };
}

const LESS_THAN = 60;
/** Bytes between two tags that are read: most of a source file has no `<` that is not escaped, and so no tag in it. */
const MAX_PIECE = 4_000_000;
const TITLE = /^title>\s{0,20}Code coverage report for ([^\n]{1,4000})/;
const SOURCE = /^pre class="prettyprint[^>]{0,100}>/;

/** Istanbul's page of one file shows all of its source. */
function createCoveragePage(): Reader<BuildRecord | undefined> {
  let path = '';
  let inside = false;
  let seen = false;
  const text = { newlines: 0, bytes: 0, endsInNewline: true };

  function take(piece: string): void {
    const plain = piece
      .replaceAll('&nbsp;', '')
      .replace(/&(?:lt|gt|amp|quot|#\d{1,5}|#x[\dA-Fa-f]{1,4});/g, '_');
    if (plain === '') return;
    text.bytes += Buffer.byteLength(plain);
    for (let at = plain.indexOf('\n'); at !== -1; at = plain.indexOf('\n', at + 1)) text.newlines++;
    text.endsInNewline = plain.endsWith('\n');
  }

  const tags = createPieceReader(LESS_THAN, MAX_PIECE, (tag) => {
    const title = path === '' ? TITLE.exec(tag) : null;
    if (title !== null) path = title[1]!.trim();
    if (inside && tag.startsWith('/pre')) inside = false;
    else if (inside) take(tag.slice(tag.indexOf('>') + 1));
    else if (path !== '' && SOURCE.test(tag)) {
      inside = true;
      seen = true;
      take(tag.slice(tag.indexOf('>') + 1));
    }
  });

  return {
    push: tags.push,
    end() {
      tags.end();
      // The page of a folder names it and shows no source.
      if (path === '' || !seen) return undefined;
      const files = createOriginals();
      files.add(path, { lines: text.newlines + (text.endsInNewline ? 0 : 1), bytes: text.bytes });
      return { kind: 'coverage', name: 'Istanbul coverage page', truncated: inside, ...files.end() };
    },
  };
}

/** What introduces the data in the pages of rollup-plugin-visualizer, webpack-bundle-analyzer, source-map-explorer, vite-bundle-analyzer and Parcel's analyzer. */
const DATA = [
  'const data = ',
  'window.chartData = ',
  'treeDataMap = ',
  'analyzeModule=',
  'id="bundle-data" type="application/json">',
];
/** Bytes of white space that may follow. */
const MAX_BLANKS = 64;
/** Of the longest of them, with that. */
const LONGEST = 41 + MAX_BLANKS;
const BRACE = 123;
const BRACKET = 91;

function createBundlePage(): Reader<BuildRecord | undefined> {
  let tail: Buffer = NOTHING;
  let record: JsonRecordReader | undefined;
  let walk: JsonWalk | undefined;
  let found: BuildRecord | undefined;

  /** Reads what follows the words, as far as it is JSON, and then looks for the next. */
  function search(bytes: Buffer): void {
    let from = 0;
    while (from < bytes.length && found === undefined) {
      if (walk === undefined) {
        const next = introduction(bytes, from);
        if (next === undefined) return;
        from = next;
        record = createJsonRecordReader('');
        walk = createJsonWalk(record.visitor);
      }
      from += walk.push(bytes.subarray(from));
      if (walk.state() !== 'open') close();
    }
  }

  function close(): void {
    walk!.end();
    const shown = record!.end(walk!.state());
    // Sonda's page may hold the maps that it was made from.
    found = shown === undefined || shown.name === 'Sonda report' ? shown : { ...shown, viewer: true };
    walk = undefined;
  }

  return {
    push(view) {
      const bytes = walk !== undefined || tail.length === 0 ? view : Buffer.concat([tail, view]);
      search(bytes);
      tail = Buffer.from(bytes.subarray(-LONGEST));
    },
    end() {
      if (walk !== undefined) close();
      return found;
    },
  };
}

/** Where the data begins behind the next words that introduce some; undefined where there is none from `from` on. */
function introduction(bytes: Buffer, from: number): number | undefined {
  const places = DATA.flatMap((words) => {
    for (let at = bytes.indexOf(words, from); at !== -1; at = bytes.indexOf(words, at + 1)) {
      let begins = at + words.length;
      const last = begins + MAX_BLANKS;
      while (begins < last && bytes[begins]! <= 32) begins++;
      if (bytes[begins] === BRACE || bytes[begins] === BRACKET) return begins;
    }
    return [];
  });
  return places.length === 0 ? undefined : Math.min(...places);
}
