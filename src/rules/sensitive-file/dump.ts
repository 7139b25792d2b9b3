import type { PackageRule } from '../rule.ts';

export const rule: PackageRule = {
  id: 'sensitive-file/dump',
  scope: 'package',
  grounds: ['dump'],
  title: 'Database, dump or recorded traffic',
  description:
    'A dump of a database holds what a server held; recorded network traffic (HAR, pcap) and the cookies of a session open what they were used for. A database as a file (SQLite, Access, LevelDB and others) may be a part of the product, and is milder for open source; so is a dump that has tables and no rows. Known by their bytes, or by their first lines. Emails are a warning, and other SQL where its rows hold addresses of people.',
  help: 'Leave the file out of the package, and treat what it holds about people as you would any other copy of it.',
  cwe: [538, 359],
  levels: { closed: 'error', open: 'error' },
  variants: {
    database: { closed: 'error', open: 'warning' },
    people: { closed: 'warning', open: 'warning' },
    schema: { closed: 'warning', open: 'note' },
  },
  removable: true,
  *inspect({ sensitive }) {
    for (const { path, facts, size } of sensitive.files) {
      if (facts.kind !== 'dump') continue;
      const { what, more, form } = facts;
      const variant = form === 'dump' || form === 'traffic' ? undefined : form;
      yield {
        path,
        message: `This is ${what}${more === undefined ? '' : ` (${more})`}.`,
        ...(variant !== undefined && { variant, help: HELP[variant] }),
        evidence: { what, size },
      };
    }
  },
};

const HELP = {
  database: 'If the package needs it, list it under `ignore` of this rule; else leave it out.',
  people:
    'Replace what is in it by what is made up, with addresses at example.com, or leave the file out of the package.',
  schema: 'It tells the tables of a database. Leave it out of the package unless that is meant.',
} as const;
