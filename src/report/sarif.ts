import { withNextStep } from '../errors.ts';
import { count } from '../figures.ts';
import type { GateRun } from '../policy/gate-run.ts';
import type { JudgedFinding, NotInspected, Verdict } from '../policy/verdict.ts';
import type { Level, RuleTexts } from '../rules/rule.ts';
import { VERSION } from '../version.ts';
import { adviceFor, placeOf } from './causes.ts';
import { type Checkout, noCheckout, type Place } from './checkout.ts';
import { markdownProse, visible } from './escape.ts';
import { jsonText, ListPart, ObjectPart } from './json-pieces.ts';
import { skippedSentence, totals } from './sentences.ts';

/** What GitHub takes of one file and of one run: https://docs.github.com/en/code-security/reference/code-scanning/sarif-files */
const MOST_RUNS = 20;
const MOST_RESULTS = 25_000;
const MOST_NOTIFICATIONS = 100;

/** How GitHub sorts alerts, from 0 to 10. */
const SECURITY_SEVERITY: Readonly<Record<Level, string>> = {
  error: '8.5',
  warning: '5.5',
  note: '2.0',
  off: '1.0',
};

type Report = Verdict | NotInspected;

/**
 * The report as SARIF 2.1.0, as GitHub's code scanning shows it well: a run for each package, so that the packages' alerts
 * do not close each other's. Files of a package are seldom files of the repository, so that each result stands at the
 * line that let them in, or at the `package.json` where that is not known, and names the file in its message and logical location.
 *
 * Of a package that was not inspected nothing is claimed, not even that its alerts are closed: it has no run under its name, which is
 * not always known, but one without a name and without results says why.
 *
 * @param rules in the order in which they are listed
 * @param checkout where in the repository a package is made, where that can be looked up
 * @returns its text, piece by piece
 */
export function sarifReport(
  run: GateRun,
  rules: readonly RuleTexts[],
  checkout: Checkout = noCheckout(),
): Iterable<string> {
  const { packages, skipped, shard } = run;
  const inspected = packages.filter((report) => report.outcome !== 'error');
  const others = packages.filter((report) => report.outcome === 'error');
  const isUnnamed = others.length > 0 || packages.length === 0;
  const room = isUnnamed ? MOST_RUNS - 1 : MOST_RUNS;
  const groups = inspected.length > room ? [inspected] : inspected.map((report) => [report]);
  const names = groups.map((group) =>
    group.length === 1 && group[0] !== undefined ? group[0].package.name : '',
  );
  const runs = groups.map((group, place) => {
    const earlier = names.slice(0, place).filter((name) => name === names[place]).length;
    const suffix = earlier === 0 ? '' : `#${earlier + 1}`;
    // What was left out belongs to no package; it is told once.
    const told = place === 0 ? skipped : undefined;
    return sarifRun(group, `packgate/${names[place]}${suffix}/`, rules, checkout, told);
  });
  if (isUnnamed) {
    const told = groups.length === 0 ? skipped : undefined;
    runs.push(sarifRun(others, undefined, rules, checkout, told, shard && run));
  }
  return jsonText(
    new ObjectPart({
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: new ListPart(() => runs),
    }),
  );
}

/** The whole text of `sarifReport`. */
export function renderSarif(...asked: Parameters<typeof sarifReport>): string {
  return [...sarifReport(...asked)].join('');
}

function sarifRun(
  reports: readonly Report[],
  id: string | undefined,
  rules: readonly RuleTexts[],
  checkout: Checkout,
  skipped: GateRun['skipped'],
  nothing?: GateRun,
): ObjectPart {
  const places = new Map(rules.map((rule, place) => [rule.id, place]));
  const found = reports.reduce(
    (sum, report) => sum + (report.outcome === 'error' ? 0 : report.findings.length),
    0,
  );
  const results = new ListPart(function* () {
    let room = MOST_RESULTS;
    for (const report of reports) {
      if (report.outcome === 'error') continue;
      for (const result of resultsOf(report, reports.length > 1, checkout)) {
        if (room-- <= 0) return;
        yield { ...result, ruleIndex: places.get(result.ruleId) };
      }
    }
  });
  const isEmptyShard = nothing !== undefined && reports.length === 0;
  const isInspected =
    isEmptyShard || (reports.length > 0 && reports.every(({ outcome }) => outcome !== 'error'));
  return new ObjectPart({
    tool: {
      driver: { name: 'packgate', semanticVersion: VERSION, rules: rules.map(descriptorOf) },
    },
    automationDetails: id === undefined ? undefined : { id: visible(id) },
    invocations: [
      {
        executionSuccessful: isInspected,
        toolExecutionNotifications: [
          ...(isEmptyShard ? [notify('note', `Nothing was inspected: ${totals(nothing)}.`)] : []),
          ...notificationsOf(reports, found - MOST_RESULTS),
          ...(skipped === undefined
            ? []
            : [notify('note', `${skippedSentence(skipped, MOST_NOTIFICATIONS, (target) => target)}.`)]),
        ],
      },
    ],
    columnKind: 'utf16CodeUnits',
    results,
  });
}

function descriptorOf({ id, title, description, help, cwe, levels }: RuleTexts) {
  return {
    id,
    name: id.replace(/(?:^|[/-])([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: title },
    fullDescription: { text: description },
    help: {
      text: `${description}\n\nFix: ${help}`,
      markdown: `${markdownProse(description)}\n\n**Fix:** ${markdownProse(help)}`,
    },
    defaultConfiguration: levels.closed === 'off' ? { enabled: false } : { level: levels.closed },
    properties: {
      tags: ['security', ...cwe.map((weakness) => `external/cwe/cwe-${String(weakness).padStart(3, '0')}`)],
      precision: 'high',
      'security-severity': SECURITY_SEVERITY[levels.closed],
    },
  };
}

/** `several` packages in one run need their names in the fingerprints. */
function* resultsOf(report: Verdict, several: boolean, { placeIn, inRepository }: Checkout) {
  const { name } = report.package;
  const home = report.home ?? placeIn(report.package) ?? { file: manifestUri(report), line: 1 };
  for (const finding of report.findings) {
    const text = withNextStep(`${placeOf(finding)}: ${finding.message}`, adviceFor(finding));
    const fingerprint = several ? `${name}:${finding.fingerprint}` : finding.fingerprint;
    const place = inRepository(finding.fixAt ?? home);
    const also = finding.alsoAt && inRepository(finding.alsoAt);
    yield {
      ...resultOf(report, finding.rule, finding.severity, text, finding.path, fingerprint, place),
      ...(also && { relatedLocations: [related(also)] }),
      suppressions: suppressionsOf(finding),
      properties: {
        path: finding.path,
        line: finding.line,
        column: finding.column,
        evidence: finding.evidence,
      },
    };
  }
}

function resultOf(
  report: Verdict,
  ruleId: string,
  level: string,
  text: string,
  path: string,
  fingerprint: string,
  place: Place,
) {
  return {
    ruleId,
    level,
    message: { text: messageText(text) },
    locations: [
      {
        physicalLocation: physical(place),
        logicalLocations: [
          { fullyQualifiedName: visible(`${report.package.name}/${path}`), kind: 'resource' },
        ],
      },
    ],
    // The name under which GitHub looks for it. Its own would be made from lines of package.json.
    partialFingerprints: { primaryLocationLineHash: fingerprint },
  };
}

function physical({ file, line }: Place) {
  return {
    artifactLocation: { uri: encodeURI(visible(file)).replace(/[?#]/g, encodeURIComponent) },
    region: { startLine: line },
  };
}

function related(place: Place) {
  return { physicalLocation: physical(place), message: { text: 'This let the file into the package.' } };
}

function suppressionsOf({ waived }: JudgedFinding) {
  if (waived === undefined) return undefined;
  const { reason, owner, expires } = waived;
  return [
    {
      kind: 'external',
      status: 'accepted',
      justification: visible(`${reason} (${owner}, until ${expires})`),
    },
  ];
}

function notify(level: string, text: string) {
  return { level, message: { text: messageText(text) } };
}

function notificationsOf(reports: readonly Report[], cut: number) {
  const errors = reports.flatMap((report) =>
    report.outcome === 'error' ? [notify('error', sentenceOf(report))] : [],
  );
  const unread = reports.flatMap((report) => (report.outcome === 'error' ? [] : report.uninspected));
  const more = unread.length - MOST_NOTIFICATIONS;
  return [
    ...errors,
    ...(cut > 0
      ? [notify('warning', `${count(cut)} more results are not in this file; the JSON report has them all.`)]
      : []),
    ...unread
      .slice(0, MOST_NOTIFICATIONS)
      .map(({ path, reason }) =>
        notify('warning', `Not looked into, so nothing is claimed of it: ${path}: ${reason}`),
      ),
    ...(more > 0 ? [notify('warning', `${count(more)} more files were not looked into.`)] : []),
  ];
}

function sentenceOf({ error }: NotInspected): string {
  return `Not inspected, nothing is claimed: ${withNextStep(error.message, error.help)}`;
}

/** In a plain message brackets make a link, as in `[text](1)`: SARIF 2.1.0, 3.11.6. */
function messageText(text: string): string {
  return visible(text).replace(/[\\[\]]/g, '\\$&');
}

/** `package.json` of a checked folder, relative to the repository; the root's own where the target does not tell. */
function manifestUri({ package: { target } }: Verdict): string {
  const folder = target
    .replace(/^(?:\.\/)+/, '')
    .replace(/(?:^|\/)package\.json$/, '')
    .replace(/(?<!\/)\/+$/, '');
  const isFolder =
    /^[\w@+-][\w@.+-]*(?:\/[\w@+-][\w@.+-]*)*$/.test(folder) && !/\.(?:tgz|tar\.gz|tar)$/i.test(folder);
  return isFolder ? `${folder}/package.json` : 'package.json';
}
