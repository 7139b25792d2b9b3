import { createJsonWalk, type JsonWalk } from '../map/json.ts';
import { createOriginals } from '../originals.ts';
import type { Reader } from '../reader.ts';
import { createJsonRecordReader, type JsonRecordReader } from './json-record.ts';
import { createPieceReader } from './pieces.ts';
import type { BuildRecord } from './record.ts';

const NOTHING = Buffer.alloc(0);

/**
 * Reads the pages that tools make for people: of coverage and documentation, with the source in them, and of a bundle.
 *
 * @param path of the page: some do not say whose text they show
 */
export function createReportPageReader(path: string): Reader<BuildRecord | undefined> {
  const readers = [createSourcePage(path), createBundlePage()];
  return {
    push(view) {
      for (const reader of readers) reader.push(view);
    },
    end() {
      const [shown, bundled] = readers.map((reader) => reader.end());
      return shown ?? bundled;
    },
  };
}

const LESS_THAN = 60;
/** Bytes between two tags that are read: most of a source file has no `<` that is not escaped, and so no tag in it. */
const MAX_PIECE = 4_000_000;

/** A page that shows the text of one file. Patterns are for a tag with what follows it, without the `<`. */
interface SourcePage {
  readonly kind: 'coverage' | 'report';
  readonly name: string;
  /** What tells that it is one; the first group is the path of the file, where the page says it. */
  readonly sign?: RegExp;
  /** What the text stands behind, in one piece or in several. Without a sign it tells by itself. */
  readonly source: RegExp;
}

const PAGES: readonly SourcePage[] = [
  {
    kind: 'coverage',
    name: 'Istanbul coverage page',
    sign: /^title>\s{0,20}Code coverage report for ([^\n]{1,4000})/,
    source: /^pre class="prettyprint[^>]{0,100}>/,
  },
  { kind: 'coverage', name: 'JaCoCo coverage page', source: /^pre class="source lang-\w{1,20}[^>]{0,40}>/ },
  // Its templates all keep these classes, by which its script numbers the lines; examples have the first alone.
  {
    kind: 'report',
    name: 'JSDoc source page',
    source: /^pre class="prettyprint source[^>]{0,60}\blinenums\b[^>]{0,60}>/,
  },
  {
    kind: 'report',
    name: 'YUIDoc source page',
    sign: /^h1 class="file-heading">\s{0,20}File: ([^\n<]{1,1000})/,
    source: /^pre class="code prettyprint linenums">/,
  },
  {
    kind: 'report',
    name: 'ESDoc source page',
    source: /^pre class="source-code line-number raw-source-code">/,
  },
  {
    kind: 'report',
    name: 'Compodoc source page',
    source: /^pre class="[^">]{0,60}\bcompodoc-sourcecode\b[^>]{0,40}>/,
  },
  { kind: 'report', name: 'Plato source page', source: /^textarea id="file-source"[^>]{0,60}>/ },
  {
    kind: 'report',
    name: 'docco page',
    sign: /^(?:link [^>]{0,200}\bhref="[^">]{0,200}\bdocco\.css"|a class="(?:ss|pilcrow)" href="#section-\d)/,
    source: /^div class=['"]highlight['"]>\s{0,20}$/,
  },
  {
    kind: 'report',
    name: 'Sphinx source page',
    sign: /^h1>\s{0,20}Source code for ([^\n<]{1,1000})/,
    source: /^div class="highlight">\s{0,20}$/,
  },
];
/** What ends a text, by what it begins with. */
const ENDS = /^\/(?:pre|textarea)\b/;

/** Tools that show a file to people show all of its text. */
function createSourcePage(file: string): Reader<BuildRecord | undefined> {
  let page: SourcePage | undefined;
  let path = '';
  let inside = false;
  let seen = false;
  const text = { newlines: 0, bytes: 0, endsInNewline: true };
  /** What came last: where it ends the text, blank lines at its end are the page's own. */
  let last = '';

  function take(next: string): void {
    add(last);
    last = next;
  }

  function finish(): void {
    inside = false;
    const ink = last.trimEnd();
    add(last.includes('\n', ink.length) ? `${ink}\n` : last);
    last = '';
  }

  function add(piece: string): void {
    // A line break right behind the tag is no part of the text.
    const plain = (text.bytes === 0 ? piece.replace(/^\s*\n/, '') : piece)
      .replaceAll('&nbsp;', '')
      .replace(/&(?:lt|gt|amp|quot|#\d{1,5}|#x[\dA-Fa-f]{1,4});/g, '_');
    if (plain === '') return;
    text.bytes += Buffer.byteLength(plain);
    for (let at = plain.indexOf('\n'); at !== -1; at = plain.indexOf('\n', at + 1)) text.newlines++;
    text.endsInNewline = plain.endsWith('\n');
  }

  /** A page keeps the kind that it first turned out to be. */
  function sign(tag: string): void {
    for (const one of PAGES) {
      const found = one.sign?.exec(tag);
      if (!found) continue;
      page = one;
      path = found[1]?.trim() ?? '';
      return;
    }
  }

  function begins(tag: string): boolean {
    if (page !== undefined) return page.source.test(tag);
    page = PAGES.find((one) => one.sign === undefined && one.source.test(tag));
    return page !== undefined;
  }

  const tags = createPieceReader(LESS_THAN, MAX_PIECE, (tag) => {
    if (inside && ENDS.test(tag)) finish();
    else if (inside) take(tag.slice(tag.indexOf('>') + 1));
    else {
      if (page === undefined) sign(tag);
      if (!MAY_BEGIN.has(tag.charCodeAt(0)) || !begins(tag)) return;
      inside = true;
      seen = true;
      take(tag.slice(tag.indexOf('>') + 1));
    }
  });

  return {
    push: tags.push,
    end() {
      tags.end();
      const truncated = inside;
      if (inside) finish();
      // The page of a folder names it and shows no source.
      if (page === undefined || !seen || text.bytes === 0) return undefined;
      const files = createOriginals(path !== '');
      const own = file.slice(file.lastIndexOf('/') + 1).replace(/\.html?$/i, '');
      files.add(path || own, { lines: text.newlines + (text.endsInNewline ? 0 : 1), bytes: text.bytes });
      return { kind: page.kind, name: page.name, truncated, ...files.end() };
    },
  };
}

/** What the tags begin with that a text may stand behind: `pre`, `textarea`, `div`. */
const MAY_BEGIN = new Set([...'ptd'].map((letter) => letter.charCodeAt(0)));

/** In the data of this one each `<` ends a string that goes on behind a plus, so that it closes no script. */
const BROKEN_OFF = 'app.report = ';
const BREAK = Buffer.from('<"+"');

/** What introduces the data in the pages of rollup-plugin-visualizer, webpack-bundle-analyzer, source-map-explorer, vite-bundle-analyzer, Parcel's analyzer and Stryker. */
const DATA = [
  'const data = ',
  'window.chartData = ',
  'treeDataMap = ',
  'analyzeModule=',
  BROKEN_OFF,
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
  /** Set where strings of the data may be broken off; then what the next bytes have to be read behind. */
  let held: Buffer | undefined;

  /** Reads what follows the words, as far as it is JSON, and then looks for the next. */
  function search(bytes: Buffer): void {
    let from = 0;
    while (from < bytes.length && found === undefined) {
      if (walk === undefined) {
        const next = introduction(bytes, from);
        if (next === undefined) return;
        from = next.begins;
        held = next.words === BROKEN_OFF ? NOTHING : undefined;
        record = createJsonRecordReader('');
        walk = createJsonWalk(record.visitor);
      }
      from += held === undefined ? walk.push(bytes.subarray(from)) : joined(walk, bytes.subarray(from));
      if (walk.state() !== 'open') close();
    }
  }

  /** Gives the walk what strings would be if none were broken off. A break that the view cuts waits for the next one. */
  function joined(open: JsonWalk, view: Buffer): number {
    const bytes = held!.length === 0 ? view : Buffer.concat([held!, view]);
    held = NOTHING;
    let from = 0;
    for (let at = bytes.indexOf(BREAK); at !== -1; at = bytes.indexOf(BREAK, from)) {
      open.push(bytes.subarray(from, at + 1));
      from = at + BREAK.length;
      if (open.state() !== 'open') return view.length;
    }
    const end = bytes.length - cutBreak(bytes);
    if (end > from) open.push(bytes.subarray(from, end));
    held = Buffer.from(bytes.subarray(Math.max(from, end)));
    return view.length;
  }

  function close(): void {
    if (held !== undefined && held.length > 0) walk!.push(held);
    held = undefined;
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

/** Bytes at the end of these that may be the beginning of a break. */
function cutBreak(bytes: Buffer): number {
  for (let length = BREAK.length - 1; length > 0; length--)
    if (bytes.subarray(-length).equals(BREAK.subarray(0, length))) return length;
  return 0;
}

/** The next words that introduce data, and where it begins behind them; undefined where there are none from `from` on. */
function introduction(
  bytes: Buffer,
  from: number,
): { readonly words: string; readonly begins: number } | undefined {
  const places = DATA.flatMap((words) => {
    for (let at = bytes.indexOf(words, from); at !== -1; at = bytes.indexOf(words, at + 1)) {
      let begins = at + words.length;
      const last = begins + MAX_BLANKS;
      while (begins < last && bytes[begins]! <= 32) begins++;
      if (bytes[begins] === BRACE || bytes[begins] === BRACKET) return { words, begins };
    }
    return [];
  });
  return places.sort((a, b) => a.begins - b.begins)[0];
}
