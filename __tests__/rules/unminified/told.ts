import type { FileFacts } from '../../../src/content/facts.ts';
import { createTextReader } from '../../../src/content/text/text.ts';
import type { Sighting } from '../../../src/rules/rule.ts';
import { rule as partial } from '../../../src/rules/unminified/partial.ts';
import { rule as script } from '../../../src/rules/unminified/script.ts';
import { rule as source } from '../../../src/rules/unminified/source.ts';
import { rule as style } from '../../../src/rules/unminified/style.ts';

/** What the unminified rules say of one file, by the rule's id. */
export function told(path: string, text: string): Readonly<Record<string, Sighting>> {
  const reader = createTextReader(path);
  const bytes = Buffer.from(text);
  reader.push(bytes);
  const facts: FileFacts = {
    path,
    size: bytes.length,
    kind: 'text',
    maps: [],
    references: [],
    text: reader.end(),
    candidates: [],
    places: [],
  };
  return Object.fromEntries(
    [script, style, source, partial].flatMap((rule) =>
      [...rule.inspect(facts)].map((seen) => [rule.id, seen]),
    ),
  );
}
