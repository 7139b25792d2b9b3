// Runs the demo and puts what it prints into README.md between `<!-- demo:start -->` and `<!-- demo:end -->`. With --check it writes nothing
// and fails where the page shows something else.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const START = '<!-- demo:start -->';
const END = '<!-- demo:end -->';

/** What `npm run demo` prints into a pipe, but for the hash: zlib compresses a little differently from platform to platform. */
export function demoOutput(file = 'examples/demo.mjs') {
  // The report is as wide as COLUMNS says and coloured as FORCE_COLOR says; the page is neither.
  const { COLUMNS, FORCE_COLOR, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [file], { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`the demo failed: ${stderr}${stdout}`);
  return stdout.trim().replace(/sha512-[\w+/=]+/g, 'sha512-...');
}

/** The page with fresh output between its markers; throws where a marker is missing. */
export function withDemo(markdown, output = demoOutput()) {
  const from = markdown.indexOf(START);
  const to = markdown.indexOf(END, from);
  if (from < 0 || to < 0) throw new Error(`no ${START} and its end in the text`);
  return `${markdown.slice(0, from + START.length)}\n\n\`\`\`text\n${output}\n\`\`\`\n\n${markdown.slice(to)}`;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const before = readFileSync('README.md', 'utf8');
  const after = withDemo(before);
  if (after !== before && process.argv.includes('--check')) {
    console.error('README.md does not show what the demo prints; run: node .ci/demo-docs.mjs');
    process.exit(1);
  }
  if (after !== before) writeFileSync('README.md', after);
}
