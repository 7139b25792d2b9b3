// What packgate says of 140 published packages about credentials and places on networks, and what secretlint says of their unpacked
// files that packgate does not: to be read by eye after a change of the patterns. Takes some five minutes and 200 MB of downloads; run it with `npm run survey`.
import { PUBLISHED } from '../../hostile/published.ts';
import { REAL_PACKAGES } from '../../real-packages.ts';
import { downloaded } from '../../tools/install.ts';
import { compare } from './compare.ts';
import { POPULAR } from './popular.ts';

const packages = [
  ...REAL_PACKAGES.map(({ spec, integrity }) => [spec, integrity.replace('sha512-', '')] as const),
  ...PUBLISHED,
  ...POPULAR,
];
let alarmed = 0;
let noted = 0;
for (const [spec, sha512] of packages) {
  const { ours, missed } = await compare(downloaded(spec, `sha512-${sha512}`));
  const alarms = ours.filter(({ severity }) => severity !== 'note');
  if (alarms.length > 0) alarmed++;
  else if (ours.length > 0) noted++;
  for (const { severity, rule, path, line, message } of ours)
    console.log(`${spec}: ${severity} ${rule} at ${path}:${line}: ${message}`);
  for (const { id, path, line, secret } of missed)
    console.log(
      `${spec}: secretlint alone: ${id} at ${path}:${line}: ${JSON.stringify(secret.slice(0, 60))}`,
    );
}
console.log(`${packages.length} packages: ${alarmed} with an error or a warning, ${noted} with notes alone`);
