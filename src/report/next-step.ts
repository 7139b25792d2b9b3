import type { ForeignFormat } from '../manifest.ts';
import type { Verdict } from '../policy/verdict.ts';

/** What the reader does next, as one sentence and, where there is one, the command that does it. */
export interface NextStep {
  readonly text: string;
  readonly command?: string;
}

/**
 * After a pass: publish the very file that was inspected, as a second pack may give other bytes. After a fail: fix and check again.
 * A command is only given when it can be pasted into any shell as it is, whatever the file is called.
 */
export function nextStep(verdict: Verdict): NextStep {
  const { target, format } = verdict.package;
  const isPublished = target.startsWith('npm:');
  if (verdict.outcome === 'fail') {
    return isPublished
      ? {
          text: 'These bytes are public already. Publish a fixed version, deprecate this one, and treat what it gave away as known.',
        }
      : { text: 'Do not publish this. Fix what stops it, pack again, and check the new file.' };
  }
  if (isPublished) return { text: 'None: these are the bytes that are published.' };
  if (format !== undefined) return foreignStep(format, verdict.tarball ?? target);
  const file = verdict.tarball ?? (/\.(?:tgz|tar\.gz|tar)$/i.test(target) ? target : undefined);
  if (file === undefined) {
    return {
      text: 'A publish that packs again may send other bytes. Keep the inspected file and publish that one:',
      ...commandOn(['packgate check', target, '--keep ./.packgate'], target),
    };
  }
  return { text: 'Publish that very file:', ...commandOn(['npm publish', file], file) };
}

/** What publishes a file of a format that npm does not know, where something takes a file as it is. */
const PUBLISHED_BY: Partial<Record<ForeignFormat, string>> = {
  vsix: 'vsce publish --packagePath',
  wheel: 'twine upload',
  sdist: 'twine upload',
};

/** An archive of another format is a file already: only `cargo publish` packs again. */
function foreignStep(format: ForeignFormat, file: string): NextStep {
  const words = PUBLISHED_BY[format];
  if (words !== undefined) return { text: 'Publish that very file:', ...commandOn([words, file], file) };
  return format === 'crate'
    ? {
        text: 'cargo packs again when it publishes: verify target/package/*.crate against the receipt of this one.',
      }
    : { text: 'Ship that very file.' };
}

/** npm takes `out/x.tgz` for a GitHub repository, so that the path must begin with a dot or a slash. */
function commandOn(words: readonly string[], path: string): { readonly command?: string } {
  if (!/^[\w@+=:,./-]+$/.test(path)) return {};
  const written = /^(?:\.{0,2}\/|\.{1,2}$|[a-z]:)/i.test(path) ? path : `./${path}`;
  return { command: words.map((word) => (word === path ? written : word)).join(' ') };
}
