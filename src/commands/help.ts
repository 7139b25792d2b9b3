import { VERSION } from '../version.ts';
import { AUDIT_OPTIONS, CHECK_OPTIONS, COMMON_OPTIONS, VERIFY_OPTIONS } from './arguments.ts';

export const HELP = `packgate ${VERSION}: opens the exact bytes about to be published and stops the release
when they hold source maps, unminified sources or files outside an allowlist.

  packgate check [target...]   inspect a tarball or a folder; "." if none is named
  packgate explain <rule>      what a rule means and how to fix it
  packgate verify <target...>  are these bytes the ones that passed? asks a receipt
  packgate audit verify <file> is this audit log whole and unchanged?

A target is a tarball, a folder with a package.json (it is packed first), a glob of those,
or npm:<name>@<version>. "packgate <command> --help" tells more about a command.

Exit status: 0 may ship, 1 a finding stops the release, 2 not inspected: nothing is claimed.
`;

export const CHECK_HELP = `packgate check [target...]

${optionLines(CHECK_OPTIONS)}

A target is a tarball, a folder with a package.json (it is packed first), a glob of those,
or npm:<name>@<version>; "." if none is named.

Exit status: 0 may ship, 1 a finding at or above --fail-on, 2 not inspected: nothing is claimed.
`;

export const EXPLAIN_HELP = `packgate explain <rule>

${optionLines(COMMON_OPTIONS)}

Without a rule it lists them all.
`;

export const VERIFY_HELP = `packgate verify <target...> --receipt <file>

${optionLines(VERIFY_OPTIONS)}

A target is a tarball, a folder of tarballs (each must have a receipt, and each receipt a tarball),
the publish-plan.json of "changeset pack", a glob of tarballs, or npm:<name>@<version>. What is
published already may have a receipt of any age, unless --max-age is given.

Exit status: 0 the bytes passed, 1 they are refused, 2 not looked at: nothing is claimed.
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
