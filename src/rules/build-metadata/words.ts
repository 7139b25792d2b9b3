import type { BuildRecord, RecordKind } from '../../content/build/record.ts';
import type { FileFacts } from '../../content/facts.ts';
import { exposes, figuresOf, total } from '../originals.ts';
import type { Sighting } from '../rule.ts';

/** One sighting for each record of these kinds in a file. */
export function* sightRecords(
  file: FileFacts,
  kinds: readonly RecordKind[],
  help: (record: BuildRecord) => string | undefined,
): Iterable<Sighting> {
  for (const record of file.records ?? []) {
    if (!kinds.includes(record.kind) || record.named === 0) continue;
    const advice = help(record);
    const cut = record.truncated ? ', though cut off,' : '';
    yield {
      path: file.path,
      detail: record.name,
      message: `This is ${article(record.name)}${cut} and would publish ${exposes(total([record]))}.`,
      ...(advice !== undefined && { help: advice }),
      exposes: { kind: 'originals', originals: [record] },
      evidence: { record: record.name, ...figuresOf([record]) },
    };
  }
}

function article(name: string): string {
  if (/ stats$|^(?:webpack records|TypeScript build info)$/.test(name)) return `a file of ${name}`;
  if (/code$|coverage$/.test(name)) return name;
  return `${/^[aeiouAEIOUIl](?!ite)/.test(name) ? 'an' : 'a'} ${name}`;
}
