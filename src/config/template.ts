import { stringify } from 'yaml';
import { blockText, type NewPattern } from './written.ts';

/** Where the JSON Schema lies once packgate is a dependency, for editors. */
const SCHEMA = './node_modules/packgate/docs/packgate.schema.json';

/**
 * A new packgate.yml, with comments that say what it is.
 *
 * @param preset as it was asked for
 * @param lists patterns by the name of their package; of a single package under no name
 */
export function newConfig(
  preset: string,
  lists: ReadonlyMap<string | undefined, readonly NewPattern[]>,
): string {
  const single = lists.get(undefined);
  const head = `# yaml-language-server: $schema=${SCHEMA}

# What packgate lets into a release. \`packgate check\` stops when the package holds anything else. After a change that is meant,
# run \`packgate init\` again: it adds and removes patterns and leaves everything else here as it is.

# closed: the sources are private, so that readable code and source maps stop a release. open: they are public.
preset: ${preset}
`;
  const globs = `globs over the paths in the package. A dot file is a file, case counts, \`*\` stays in one folder.
# What npm packs in any case needs no line: package.json, readme and licence at the root, \`main\` and \`bin\`.`;
  if (single !== undefined) return `${head}\n# What may ship: ${globs}\nallow:${blockText(single, '')}\n`;
  const sections = [...lists].map(
    ([name, patterns]) => `  ${stringify(name).trimEnd()}:\n    allow:${blockText(patterns, '    ')}\n`,
  );
  return `${head}\n# What each package may ship, by its name: ${globs}\npackages:\n${sections.join('\n')}`;
}
