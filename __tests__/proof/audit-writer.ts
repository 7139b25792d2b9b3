// A process of its own that adds as many records to a log as it is told; run by audit-log.test.ts.
import { appendRecord } from '../../src/proof/audit-log.ts';
import { auditRecord } from '../../src/proof/audit-record.ts';
import { RUNS } from '../report/runs.ts';

const [, , file, writer, records] = process.argv;
const runs = Object.values(RUNS);
for (let index = 0; index < Number(records); index++) {
  const record = auditRecord(runs[index % runs.length]!, { packgateVersion: writer!, now: new Date() });
  await appendRecord(file!, record);
}
