import type { FileFacts } from './facts.ts';
import type { SourceText } from './map/tally.ts';
import type { Reader } from './reader.ts';
import { type Candidate, createCandidateReader } from './secret/candidates.ts';

/** What the look at the bytes of a file tells of it. */
export type ContentFacts = Pick<
  FileFacts,
  'maps' | 'records' | 'traces' | 'references' | 'text' | 'debug' | 'candidates' | 'places' | 'uninspected'
>;

export const NOTHING: ContentFacts = { maps: [], references: [], candidates: [], places: [] };

/** What a reader of a kind of content tells, and where the texts of original files lie in it. */
export type KindFacts = Omit<ContentFacts, 'candidates' | 'places'> & {
  /** For text decoded from base64, by the line and column of its first digit. */
  readonly encodedTexts?: ReadonlyMap<string, readonly SourceText[]>;
  readonly texts?: readonly SourceText[];
};

export const TOO_MANY_MAPS = { uninspected: 'it carries more source maps than packgate reads in one file' };
export const TOO_MANY_TRACES = {
  uninspected: 'more places in it look like traces of a build than packgate looks at in one file',
};

/** Looks for credentials and for places on networks beside what a kind of content calls for. */
export function withCandidates(reader: Reader<KindFacts>, binary = false): Reader<ContentFacts> {
  const candidates = createCandidateReader(binary);
  return {
    push(view, whole) {
      reader.push(view, whole);
      candidates.push(view, whole);
    },
    end() {
      const { texts, encodedTexts, ...facts } = reader.end();
      const { candidates: found, places, more } = candidates.end();
      const sourced = found.map((candidate) => {
        const { encoded, line, column } = candidate;
        return withSource(candidate, encoded === false ? texts : encodedTexts?.get(`${line}:${column}`));
      });
      return { ...(more && TOO_MANY_CANDIDATES), ...facts, candidates: sourced, places };
    },
  };
}

const TOO_MANY_CANDIDATES = {
  uninspected: 'more places in it look like credentials than packgate looks at in one file',
};

/** Names the original file that a candidate stands in. */
function withSource(candidate: Candidate, texts: readonly SourceText[] | undefined): Candidate {
  const at = candidate.offset + candidate.at;
  const source = texts?.find(({ from, to }) => from <= at && at < to)?.path;
  return source === undefined ? candidate : { ...candidate, source };
}
