import { INSIDE } from '../inner-path.ts';
import { withoutComments } from '../text/shim.ts';
import type { Beginning } from './beginning.ts';
import type { TestFacts } from './facts.ts';

const CODE = /^(?:[cm]?[jt]sx?|coffee|vue|svelte)$/;
/** `a.test.js`, `a.spec.tsx`, `a_test.go`, `ATest.java`. */
const NAME =
  /[._-](?:test|tests|spec|specs|e2e|cy)\.[cm]?[jt]sx?$|_test\.(?:go|py|exs?|rb|dart)$|_spec\.rb$|^test_\w+\.py$|[a-z\d]tests?\.(?:java|kt|cs|swift|scala|php)$|\.feature$/;
/** Behind a dot these words are a convention; behind a dash they may be a part of any name. */
const SURE_NAME = /\.(?:test|tests|spec|specs|e2e|cy)\.\w+$/;
const SNAPSHOT = /^(?:snap|snapshot)$/;

/** Calls that tests of JavaScript make, in the dialects of Jest, Mocha, Vitest, Playwright, tape, AVA and node:test, as written and as compiled. */
const CALLS = joined([
  // A call of its own, not one of a method: regular expressions are tested as well.
  /(?<![.\w$])(?:describe|it|test|suite|context|specify|bench)(?:\.(?:only|skip|each|concurrent|serial|todo|describe|for))?\s*\(\s*["'`]/,
  /_\d+\.(?:describe|it|test|suite|expect)\)\(/,
  /(?<![.\w$])expect\([^)]{0,200}\)\s*\./,
  /(?<![.\w$])t\.(?:equal|deepEqual|is|ok|true|false|pass|plan|same|strictEqual|throws|end)\(/,
  /\bQUnit\.|(?<![.\w$])cy\.\w{1,20}\(/,
]);
/** What they load: so do tools for tests, and `next-test.js` may be a command. */
const LOADS = joined([
  CALLS,
  /["'](?:node:test|vitest|@jest\/globals|@playwright\/test|bun:test|mocha|jasmine|tape|tap|ava|chai|cypress|vows|should)["']/,
  /(?<![.\w$])assert(?:\.\w{1,20})?\(|\brequire\(["'](?:node:)?assert["']\)/,
]);
const OTHER_TESTS =
  /@Test\b|\[(?:Fact|Theory|Test|TestMethod)\]|\bXCTestCase\b|\bPHPUnit\\|^[ \t]*Scenario(?: Outline)?:|^[ \t]*(?:RSpec\.)?describe\s|^[ \t]*test\(|\bfunc Test[A-Z]|\bdef test_|\bclass (?=\w*Test)\w+\(|\bassert\b/m;

/** Folders for what tests use: a test in one calls what tests call, and does not only load it. */
const FOR_DATA = /(?:^|\/)__(?:mocks|fixtures|snapshots)__\/$/;

function joined(patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join('|'));
}

export function isTestName(name: string): boolean {
  return NAME.test(name);
}

/**
 * A test, by its name and what it says; in a folder for tests by what it says alone.
 *
 * @param root the folder for tests that it lies in, or empty
 * @param sure whether that folder is called as nothing but folders for tests are
 */
export function readTest(
  { path, name, text, bytes }: Beginning,
  root: string,
  sure: boolean,
): TestFacts | undefined {
  const extension = name.slice(name.lastIndexOf('.') + 1);
  const named = isTestName(name);
  const script = CODE.test(extension);
  const mayLoad = SURE_NAME.test(name) || (root !== '' && !FOR_DATA.test(root));
  const pattern = script ? (mayLoad ? LOADS : CALLS) : OTHER_TESTS;
  // A comment that shows how something is used makes no test.
  const says = !bytes.includes(0) && pattern.test(text) && (!script || pattern.test(withoutComments(text)));
  if (says && (named || (root !== '' && script))) return { kind: 'test', form: 'test', root };
  // Of an archive among the data of tests the archive is told.
  if (path.includes(INSIDE, root.length)) return undefined;
  if (sure || (SNAPSHOT.test(extension) && root !== '')) return { kind: 'test', form: 'fixture', root };
  return root === '' ? undefined : { kind: 'test', form: 'folder', root };
}
