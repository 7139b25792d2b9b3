import { createOriginals, type OriginalsList } from '../originals.ts';
import type { Reader } from '../reader.ts';
import { createPieceReader } from './pieces.ts';
import type { BuildRecord } from './record.ts';
import { createReportPageReader } from './report-page.ts';

/** Bytes that tell whether a text begins as a record. */
const HEAD = 1024;
/** What the first byte of one may be: the most files are none, and end there. Markup may begin with white space or a mark. */
const FIRST = new Set([...Buffer.from('TS< \t\r\n'), 0xef]);
/** What Bun's report of a bundle begins with. */
const BUN = '# Bundle Analysis Report\n';
const NOTHING = Buffer.alloc(0);
const MAX_LINE = 4096;
const NEWLINE = 10;
const LESS_THAN = 60;
const HASH = 35;
const LETTER_B = 66;

const YAML = /\.ya?ml$/i;

/**
 * Whether a text that begins with these bytes may be such a record.
 *
 * @param prose whether it is documentation by its name: of that, Bun's report alone is one
 */
export function mayBeTextRecord(path: string, bytes: Buffer, prose: boolean): boolean {
  if (bytes[0] === HASH) return bytes[2] === LETTER_B && bytes.toString('latin1', 0, BUN.length) === BUN;
  return !prose && (FIRST.has(bytes[0]!) || YAML.test(path));
}

/**
 * Recognises records that are text and no JSON, by how they begin: what tests covered as lcov, Clover or Cobertura, and the
 * pages that show source, and those of bundle reports, Bun's in Markdown among them. It gives nothing for any other text.
 *
 * @param path of the file: one record is known by its ending first
 * @param prose as in `mayBeTextRecord`
 */
export function createTextRecordReader(path: string, prose: boolean): Reader<BuildRecord | undefined> {
  let head: Buffer | undefined = NOTHING;
  let reader: Reader<BuildRecord | undefined> | undefined;
  const mayBeList = !prose && YAML.test(path);
  let seen = 0;

  function begin(bytes: Buffer): void {
    head = undefined;
    reader = readerFor(bytes.toString('latin1', 0, HEAD), path, mayBeList);
    reader?.push(bytes);
  }

  return {
    push(view) {
      if (seen === 0 && view.length > 0 && !mayBeList && view[0] !== HASH && (prose || !FIRST.has(view[0]!)))
        head = undefined;
      seen += view.length;
      if (head === undefined) reader?.push(view);
      else if (head.length === 0 && view.length >= HEAD) begin(view);
      else {
        head = Buffer.concat([head, view]);
        if (head.length >= HEAD) begin(head);
      }
    },
    end() {
      if (head !== undefined) begin(head);
      return reader?.end();
    },
  };
}

function readerFor(
  head: string,
  path: string,
  mayBeList: boolean,
): Reader<BuildRecord | undefined> | undefined {
  if (mayBeList) return LIST.test(head) ? readList() : undefined;
  if (SIZES_TABLE.test(head)) return readTable();
  if (head.startsWith(BUN)) return readAnalysis();
  if (/^(?:TN:[^\n]{0,200}\r?\n)?SF:/.test(head)) return readLcov();
  const start = head.replace(/^\xef\xbb\xbf/, '').trimStart();
  if (!start.startsWith('<')) return undefined;
  if (/<coverage\s[^>]*\bclover=/.test(start))
    return readXml('Clover coverage', /^file\s[^>]*?\bpath="([^"]+)"/);
  if (/<coverage\s[^>]*\bline-rate=|<!DOCTYPE coverage\b/.test(start))
    return readXml('Cobertura coverage', /^class\s[^>]*?\bfilename="([^"]+)"/);
  return createReportPageReader(path);
}

/** https://github.com/linux-test-project/lcov: `geninfo` has the format; `SF:` begins the record of a file. */
function readLcov(): Reader<BuildRecord | undefined> {
  const files = createOriginals();
  let ends = 0;
  const lines = createPieceReader(NEWLINE, MAX_LINE, (line) => {
    if (line.startsWith('SF:')) files.add(line.slice(3).trim());
    else if (line.startsWith('end_of_record') || line.startsWith('DA:')) ends++;
  });
  return {
    push: lines.push,
    end() {
      lines.end();
      return ends > 0 ? coverage('lcov coverage', files) : undefined;
    },
  };
}

/** The template `list` of rollup-plugin-visualizer: bundles, the modules in each, and what came of them in bytes. */
const LIST = /^[^\s:#][^\n]{0,300}:\n {2}\S[^\n]{0,1000}:\n {4}rendered: \d/;
const SIZES = /^ {4}(?:rendered|gzip|brotli): \d/;

function readList(): Reader<BuildRecord | undefined> {
  const files = createOriginals();
  let name = '';
  let other = false;
  const lines = createPieceReader(NEWLINE, MAX_LINE, (line) => {
    // The size is what makes the line before it the name of a module.
    if (SIZES.test(line)) files.add(name);
    else if (/^ {2}\S.*:$/.test(line)) name = line.slice(2, -1);
    else if (line !== '' && !/^\S.*:$/.test(line)) other = true;
  });
  return {
    push: lines.push,
    end() {
      lines.end();
      if (other || files.count() === 0) return undefined;
      return { kind: 'stats', name: 'rollup-plugin-visualizer report', truncated: false, ...files.end() };
    },
  };
}

/** `source-map-explorer --tsv`: original files and what became of each in bytes. */
const SIZES_TABLE = /^Source\tSize\r?\n/;

function readTable(): Reader<BuildRecord | undefined> {
  const files = createOriginals(false);
  let other = false;
  let head = true;
  /** What came of no file is always told, too: `[unmapped]`. */
  let rest = false;
  const lines = createPieceReader(NEWLINE, MAX_LINE, (line) => {
    const [, path] = /^([^\t]+)\t\d+\r?$/.exec(line) ?? [];
    if (path === undefined) other ||= !head && line.trim() !== '';
    else if (path.startsWith('[')) rest = true;
    else files.add(path);
    head = false;
  });
  return {
    push: lines.push,
    end() {
      lines.end();
      if (other || !rest || files.count() === 0) return undefined;
      return { kind: 'stats', name: 'source-map-explorer report', truncated: false, ...files.end() };
    },
  };
}

/** `bun build --metafile-md`: a report for language models, which ends in a list of all modules. https://bun.com/docs/bundler */
function readAnalysis(): Reader<BuildRecord | undefined> {
  const files = createOriginals();
  const lines = createPieceReader(NEWLINE, MAX_LINE, (line) => {
    const [, path] = /^\[MODULE: ([^\n]{1,4000})\]\r?$/.exec(line) ?? [];
    if (path !== undefined) files.add(path);
  });
  return {
    push: lines.push,
    end() {
      lines.end();
      if (files.count() === 0) return undefined;
      return { kind: 'stats', name: 'Bun bundle report', truncated: false, ...files.end() };
    },
  };
}

function readXml(name: string, file: RegExp): Reader<BuildRecord | undefined> {
  const files = createOriginals();
  const tags = createPieceReader(LESS_THAN, MAX_LINE, (tag) => {
    const [, path] = file.exec(tag) ?? [];
    if (path !== undefined) files.add(path.replaceAll('&amp;', '&'));
  });
  return {
    push: tags.push,
    end() {
      tags.end();
      return coverage(name, files);
    },
  };
}

function coverage(name: string, files: OriginalsList): BuildRecord | undefined {
  return files.count() === 0 ? undefined : { kind: 'coverage', name, truncated: false, ...files.end() };
}
