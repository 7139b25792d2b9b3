import { VERSION } from '../version.ts';
import {
  AUDIT_OPTIONS,
  CHECK_OPTIONS,
  EXPLAIN_OPTIONS,
  INIT_OPTIONS,
  MERGE_OPTIONS,
  VERIFY_OPTIONS,
} from './arguments.ts';

export const HELP = `packgate ${VERSION}: opens the exact bytes about to be published and stops the release
when they hold source maps, unminified sources or files outside an allowlist.

  packgate check [target...]   inspect a tarball or a folder; "." if none is named
  packgate init [target...]    write packgate.yml: an allowlist of what the package holds today
  packgate explain <rule>      what a rule means and how to fix it
  packgate explain <path>      why this file is in the package, or is not, and what the rules say
  packgate verify <target...>  are these bytes the ones that passed? asks a receipt
  packgate merge <report...>   one verdict from the reports of several shards
  packgate audit verify <file> is this audit log whole and unchanged?

A target is a tarball, a folder with a package.json (it is packed first; the root of a workspace
stands for all its packages), a glob of those, or npm:<name>@<version>.
"packgate <command> --help" tells more about a command.

Exit status: 0 may ship, 1 a finding stops the release, 2 not inspected: nothing is claimed.
`;

export const CHECK_HELP = `packgate check [target...]

${optionLines(CHECK_OPTIONS)}

A target is a tarball, a folder with a package.json (it is packed first), a glob of those,
or npm:<name>@<version>; "." if none is named. The root of an npm, pnpm, yarn or bun workspace
stands for every package in it that can be published; its package.json for itself alone.

Exit status: 0 may ship, 1 a finding at or above --fail-on, 2 not inspected: nothing is claimed.
`;

export const INIT_HELP = `packgate init [target...]

${optionLines(INIT_OPTIONS)}

Packs and reads the targets as a check does, and lists what they hold in packgate.yml (or the config
that is there): a section for each package of a workspace. Run again, it adds what is new, takes out
what matches nothing, and leaves comments and order alone. Files that leak are not listed.

Exit status: 0 all is listed, 1 findings have to be dealt with first, 2 nothing was written.
`;

export const EXPLAIN_HELP = `packgate explain <rule>
packgate explain <path> [target]

${optionLines(EXPLAIN_OPTIONS)}

With a path it packs the folder that the file belongs to, or opens the target, and says which line
let the file in or keeps it out, which change takes it out, and what the rules say of it.
Without any it lists the rules, and with a family (secret, secret/*) the rules of that one.
`;

export const VERIFY_HELP = `packgate verify <target...> --receipt <file>

${optionLines(VERIFY_OPTIONS)}

A target is a tarball, a folder of tarballs (each must have a receipt, and each receipt a tarball),
the publish-plan.json of "changeset pack", a glob of tarballs, or npm:<name>@<version>. What is
published already may have a receipt of any age, unless --max-age is given.

Exit status: 0 the bytes passed, 1 they are refused, 2 not looked at: nothing is claimed.
`;

export const MERGE_HELP = `packgate merge <report...>

${optionLines(MERGE_OPTIONS)}

A report is what "packgate check --shard <i>/<n> --format json" wrote: name each of the n files, a
glob, or a folder that holds them and no other .json file. All must be of the same targets, config,
options, commit and version of packgate. Then the verdict is that of one run on all targets.

Exit status: 0 may ship, 1 a finding at or above --fail-on, 2 nothing is claimed: a shard is lost,
there twice, foreign or damaged, or could not inspect a target.
`;

export const AUDIT_HELP = `packgate audit verify <file>

${optionLines(AUDIT_OPTIONS)}

Reads an audit log from its start and sums up the near misses in it. Without --head nothing tells
whether records were cut from its end: "packgate check --audit-log" prints the head of each run.

Exit status: 0 whole and unchanged, 1 changed, 2 not read: nothing is claimed.
`;

function optionLines(
  options: Readonly<
    Record<string, { readonly short?: string; readonly value?: string; readonly help: string }>
  >,
): string {
  const lines = Object.entries(options).map(([name, { short, value, help }]) => {
    const left = `  ${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`;
    return left.length < 32 ? `${left.padEnd(32)}${help}` : `${left}\n${' '.repeat(32)}${help}`;
  });
  return lines.join('\n');
}
