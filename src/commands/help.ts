import { VERSION } from '../version.ts';
import { CHECK_OPTIONS, COMMON_OPTIONS, INIT_OPTIONS } from './arguments.ts';

export const HELP = `packgate ${VERSION}: opens the exact bytes about to be published and stops the release
when they hold source maps, unminified sources or files outside an allowlist.

  packgate check [target...]   inspect a tarball or a folder; "." if none is named
  packgate init [target...]    write packgate.yml: an allowlist of what the package holds today
  packgate explain <rule>      what a rule means and how to fix it

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

${optionLines(COMMON_OPTIONS)}

Without a rule it lists them all.
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
