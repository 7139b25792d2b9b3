import { resolve } from 'node:path';
import { PackgateError } from '../errors.ts';
import { count, counted } from '../figures.ts';
import { BrokenChain } from '../proof/audit-chain.ts';
import { readLog } from '../proof/audit-log.ts';
import { type AuditSummary, createTally } from '../proof/near-misses.ts';
import { logText, shortened } from '../report/escape.ts';
import { createPage, type Page } from '../report/page.ts';
import { type Arguments, type AUDIT_OPTIONS, usage } from './arguments.ts';
import { columnsOf, hasColor, type Terminal, write } from './terminal.ts';

const WHOLE = 0;
const CHANGED = 1;

const MOST_CAUSES = 20;

/**
 * `packgate audit verify <file>`: whether a log is whole and unchanged, and what it tells of the past.
 * @throws PackgateError where it cannot be read, or nothing can be said of it
 */
export async function runAudit(
  given: Arguments<keyof typeof AUDIT_OPTIONS>,
  terminal: Terminal,
): Promise<number> {
  const [, verb, file, ...others] = given.words;
  if (verb !== 'verify' || file === undefined || others.length > 0) {
    throw usage('packgate audit takes "verify" and one file', 'Write packgate audit verify <file>.');
  }
  const head = given.one('head')?.toLowerCase();
  if (head !== undefined && !/^[0-9a-f]{64}$/.test(head)) {
    throw usage(
      `"--head" is the hash that a run has printed, 64 hex digits, not "${given.one('head')}"`,
      'Copy it from the line that begins with "packgate: audit record".',
    );
  }
  const page = createPage({
    color: !given.has('no-color') && hasColor(terminal.stdout, terminal.env),
    columns: columnsOf(terminal.stdout),
  });
  const name = logText(shortened(file));
  const log = await readWhole(resolve(terminal.cwd, file), file, head);
  if ('broken' in log) {
    page.line(
      `${page.paint('bad', 'CHANGED')}  ${page.paint('strong', name)}: this is not the log that was written`,
    );
    page.paragraph('  ', `${log.broken}.`);
    page.paragraph(
      '  Next: ',
      'Keep it as it is for whoever looks into that, and compare it with a copy.',
      'strong',
    );
  } else {
    page.line(
      `${page.paint('good', 'WHOLE')}  ${page.paint('strong', name)}: ${counted(log.summary.records, 'record')}, unchanged`,
    );
    page.line(`  head ${log.last}`);
    const proved =
      head === undefined
        ? 'Without --head nothing tells whether records were cut from its end.'
        : log.after === 0
          ? 'It ends with the record of --head.'
          : `It holds the record of --head, and ${counted(log.after ?? 0, 'record')} behind it.`;
    page.paragraph('  ', proved);
    writeSummary(log.summary, page);
  }
  await write(terminal.stdout, page.text());
  return 'broken' in log ? CHANGED : WHOLE;
}

type Log =
  | { readonly broken: string }
  | {
      readonly summary: AuditSummary;
      /** The hash of the last record. */
      readonly last: string;
      /** Records behind the one that was asked for. */
      readonly after: number | undefined;
    };

async function readWhole(path: string, file: string, head: string | undefined): Promise<Log> {
  const tally = createTally();
  let last = '';
  let after: number | undefined;
  try {
    for await (const record of readLog(path)) {
      tally.add(record);
      last = record.hash;
      if (record.hash === head) after = 0;
      else if (after !== undefined) after += 1;
    }
  } catch (error) {
    if (!(error instanceof BrokenChain)) throw error;
    if (error.kind === 'broken') return { broken: error.message };
    throw new PackgateError('proof', `${file}: ${error.message}`, { help: 'use that version to verify it' });
  }
  if (head !== undefined && after === undefined) {
    return {
      broken: 'it does not hold the record of --head: records were cut from its end, or it was written anew',
    };
  }
  if (last === '') {
    throw new PackgateError('proof', `${file}: holds no record, so nothing can be said of it`, {
      help: 'packgate never leaves an empty log: look for a copy',
    });
  }
  return { summary: tally.summary(), last, after };
}

function writeSummary(summary: AuditSummary, page: Page): void {
  const { from, to, outcomes, nearMisses, exposed, causes, waived } = summary;
  const runs = `${count(outcomes.pass)} passed, ${count(outcomes.fail)} stopped, ${count(outcomes.error)} not inspected`;
  page.blank();
  page.line(`${page.paint('strong', 'Gate runs')}  ${runs} (${logText(from)} to ${logText(to)})`);
  if (waived > 0) page.line(`  ${counted(waived, 'finding')} let through by waivers`);
  if (nearMisses === 0) return;
  page.blank();
  page.line(`${page.paint('strong', 'Near misses')}  ${counted(nearMisses, 'package')} did not ship`);
  if (exposed.sources > 0) {
    page.line(
      `  kept from the public: ${counted(exposed.sources, 'original source file')}, ${counted(exposed.lines, 'line')}`,
    );
  }
  for (const { rule, packages } of causes.slice(0, MOST_CAUSES)) {
    page.line(`  ${logText(shortened(rule))}  ${counted(packages, 'package')}`);
  }
  if (causes.length > MOST_CAUSES) page.line(`  and ${count(causes.length - MOST_CAUSES)} more rules`);
}
