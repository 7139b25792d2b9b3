import type { Sighting } from '../../../src/rules/rule.ts';
import { rule as partial } from '../../../src/rules/unminified/partial.ts';
import { rule as script } from '../../../src/rules/unminified/script.ts';
import { rule as source } from '../../../src/rules/unminified/source.ts';
import { rule as style } from '../../../src/rules/unminified/style.ts';
import { factsOf } from '../facts.ts';

/** What the unminified rules say of one file, by the rule's id. */
export function told(path: string, content: string | Buffer): Readonly<Record<string, Sighting>> {
  const facts = factsOf(path, content);
  return Object.fromEntries(
    [script, style, source, partial].flatMap((rule) =>
      [...rule.inspect(facts)].map((seen) => [rule.id, seen]),
    ),
  );
}
