import { findSecrets } from '../../../src/content/secret/find.ts';
import type { PackageRule, Sighting } from '../../../src/rules/rule.ts';
import { madeSecrets } from '../../content/secret/made.ts';
import { packageOf } from '../../facts.ts';
import { factsOf, inspectedWhole } from '../facts.ts';

/** What a rule about credentials sees in a package of this one file. */
export function sightIn(rule: PackageRule, path: string, content: string | Buffer): Sighting[] {
  const { candidates } = factsOf(path, content);
  const { found } = findSecrets([{ path, candidates }]);
  return inspectedWhole(rule, packageOf([path], { secrets: found }));
}

const MADE = madeSecrets(3);

/** The first credential of this name that is made, in the text that it needs around it. */
export function madeText(name: string): string {
  const one = MADE.find((made) => made.name === name);
  if (one === undefined) throw new Error(`${name} is not made`);
  return one.text;
}
