import * as z from 'zod';
import { type LimitName, SETTINGS } from '../archive/limits.ts';
import { patternProblem } from '../glob.ts';
import { denies } from '../paths.ts';
import { PRESETS, SEVERITIES } from '../rules/rule.ts';

/** What `limits.unpackedSize` may be: a number of bytes, or one of these. */
export const SIZE = /^(\d+(?:\.\d+)?) ?(B|kB|KB|MB|GB|KiB|MiB|GiB)$/;
export const GROWTH = /^(\d+(?:\.\d+)?) ?%$/;
export const TIME = /^(\d+(?:\.\d+)?) ?(s|min|h)$/;

const glob = z
  .string()
  .superRefine((pattern, context) => {
    const problem = patternProblem(pattern);
    if (problem) context.addIssue(`the pattern \`${pattern.slice(0, 200)}\` ${problem}`);
  })
  .meta({ description: 'A minimatch glob over paths in the package. Dot files count, case counts.' });

const level = z.enum([...SEVERITIES, 'off']).meta({ description: 'How bad a finding of the rule is.' });

const waiver = z
  .strictObject({
    rule: z.string().meta({ description: 'The one rule it is about.' }),
    path: glob
      .refine((path) => !denies(path), 'a waiver cannot be for everything but a path; write without `!`')
      .meta({ description: 'The path or glob that the findings stand at.' }),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/i, '`sha256` is 64 hexadecimal digits')
      .optional()
      .meta({ description: 'Holds only while the file has these bytes.' }),
    reason: z.string().regex(/\S/, '`reason` is empty').meta({ description: 'Why this may ship.' }),
    owner: z.string().regex(/\S/, '`owner` is empty').meta({ description: 'Who answers for it.' }),
    expires: z.iso
      .date('`expires` is a day of the calendar, written like 2027-01-31')
      .meta({ description: 'The last day, in UTC, on which it holds. Past it the waiver is an error.' }),
  })
  .meta({ description: 'An exception that somebody owns and that ends.' });

const size = z.union([z.int().positive(), z.string().regex(SIZE)]);

const packageLimits = {
  unpackedSize: size
    .optional()
    .meta({ description: 'Of all files of a package together: a number of bytes, or 200MB.' }),
  growth: z
    .string()
    .regex(GROWTH)
    .optional()
    .meta({ description: 'Of the package or of one file, against the baseline: 50%.' }),
};

/** What one limit of the run may be. */
function runLimit(name: LimitName): z.ZodType<string | number> {
  const { unit, ...setting } = SETTINGS[name];
  if (unit === 'bytes') return size;
  const max = 'max' in setting ? setting.max : Number.MAX_SAFE_INTEGER;
  if (unit !== 'seconds') return z.int().positive().max(max);
  const within = (time: string) => toSeconds(time) >= 1 && toSeconds(time) <= max;
  return z
    .string()
    .regex(TIME)
    .refine(within, `\`${name}\` must be between 1s and ${max / 3600}h`);
}

const runLimits = Object.fromEntries(
  (Object.keys(SETTINGS) as LimitName[]).map((name) => [
    name,
    runLimit(name).optional().meta({ description: SETTINGS[name].says }),
  ]),
) as Record<LimitName, z.ZodOptional<z.ZodType<string | number>>>;

const SECONDS: Readonly<Record<string, number>> = { s: 1, min: 60, h: 3600 };

/** Of a text that `TIME` takes. */
export function toSeconds(time: string): number {
  const [, figure, unit] = TIME.exec(time) ?? [];
  return Number(figure) * SECONDS[unit ?? 's']!;
}

const settings = {
  preset: z
    .enum(PRESETS)
    .optional()
    .meta({ description: 'The levels that rules have where `rules` says nothing.' }),
  allow: z.array(glob).optional().meta({
    description:
      'The files that may ship. The last pattern that matches decides, and one with a leading `!` takes files out again. What npm packs in any case needs no pattern: package.json, readme and licence texts at the root, and what `main`, `browser` and `bin` name.',
  }),
  rules: z
    .record(
      z.string().regex(/^[a-z0-9-]+\/(?:[a-z0-9-]+|\*)$/),
      z.union([
        level,
        z.strictObject({
          level: level.optional(),
          ignore: z.array(glob).optional().meta({ description: 'Files the rule does not look at.' }),
        }),
      ]),
    )
    .optional()
    .meta({ description: 'Level of a rule (`source-map/file`) or of a family (`source-map/*`).' }),
  waivers: z.array(waiver).optional(),
  limits: z.strictObject(packageLimits).optional(),
  baseline: z.string().regex(/\S/, '`baseline` is empty').optional().meta({
    description:
      'The release to compare with: `npm` for the last published version, `npm:<name>@<version>`, or the path of a tarball or receipt, seen from the working folder.',
  }),
};

/** The shape of a config. Names of rules are checked apart, as they are known only to who asks. */
export const configShape = z
  .strictObject({
    $schema: z.string().optional().meta({ description: 'For editors.' }),
    ...settings,
    limits: z
      .strictObject({ ...packageLimits, ...runLimits })
      .optional()
      .meta({ description: 'Of each package, and of the whole run; docs/limits.md lists them.' }),
    packages: z.record(z.string(), z.strictObject(settings)).optional().meta({
      description:
        'Overrides by package name, for a repository of many packages. A name that no package of the workspace has is a mistake.',
    }),
  })
  .meta({ title: 'packgate config', description: 'What a package may hold and how bad each finding is.' });

export type ConfigShape = z.infer<typeof configShape>;

/** The JSON Schema that editors take. */
export function configJsonSchema(): object {
  return z.toJSONSchema(configShape, { io: 'input', target: 'draft-7' });
}
