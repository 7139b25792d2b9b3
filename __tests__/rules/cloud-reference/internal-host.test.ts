import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rule } from '../../../src/rules/cloud-reference/internal-host.ts';
import { sight } from '../facts.ts';

const named: Record<string, [string, string]> = {
  'a service of a cluster': [
    'http://billing.payments.svc.cluster.local:8080/v1',
    'billing.payments.svc.cluster.local',
  ],
  'a name under .internal': ['https://api.payments.internal/v1', 'api.payments.internal'],
  'a name under .corp': ['http://wiki.corp/x', 'wiki.corp'],
  'a name under .local': ['ws://build-7.local:8080', 'build-7.local'],
  'a name under .lan': ['http://nas.lan', 'nas.lan'],
  'the intranet': ['http://intranet/a', 'intranet'],
  'an address of class A': ['http://10.20.3.4:8080/a', '10.20.3.4'],
  'an address of class B': ['https://172.20.4.5/', '172.20.4.5'],
  'an address of one site': ['http://[fd12:3456:789a:1::7]:8080/a', '[fd12:3456:789a:1::7]'],
  'an address of one wire': ['http://[fe80::1ff:fe23:4567:890a]/', '[fe80::1ff:fe23:4567:890a]'],
  'an address of a private network of many': ['http://100.72.13.4:8080', '100.72.13.4'],
  'a machine of AWS': [
    'http://ip-10-20-3-4.eu-west-1.compute.internal/',
    'ip-10-20-3-4.eu-west-1.compute.internal',
  ],
  'an address of class C': ['http://192.168.17.23/x', '192.168.17.23'],
};
const clean: Record<string, string> = {
  'addresses of documentation':
    'http://[2001:db8::1]/ http://[fd00::1]/ http://[fd00:ec2::254]/a http://[fe80::1]/ http://192.0.2.4/ http://198.51.100.7/ http://203.0.113.9/ http://100.100.100.200/a http://169.254.169.254/',
  'public addresses of the longer kind': 'http://[2606:4700::6810:84e5]/ http://[ff02::1]/',
  'this machine': 'http://localhost:3000 http://127.0.0.1 http://0.0.0.0:80 http://[::1]/ ws://localhost',
  'public addresses':
    'http://8.8.8.8/ http://172.15.0.1 http://172.32.0.1 http://11.0.0.1 http://192.169.1.1',
  'the first addresses of home routers':
    'http://192.168.1.1 http://192.168.0.1/ http://10.0.0.1 http://192.168.1.100',
  'hosts of containers and clouds':
    'http://host.docker.internal:80 http://metadata.google.internal/ https://kubernetes.default.svc.cluster.local http://my-service.my-namespace.svc.cluster.local http://dns.kube-system.svc.cluster.local',
  examples: 'http://example.local http://my-server.local http://foo.internal',
  'public names that end alike': 'https://corp.com https://lan.net https://local.io https://www.internal.org',
  properties: 'this.local, a.internal.b, x = {lan: 1}; url.local://',
  'versions and numbers': '"10.20.3.4" 192.168.17.23 http://10.20.3 http://10.20.3.400/',
  'a template': `\`http://\${host}.internal/\` "http://%s.corp"`,
};

for (const [name, [address, host]] of Object.entries(named)) {
  test(`tells of ${name}`, () => {
    const [seen, ...others] = sight(rule, 'a.js', `const u = '${address}';`);
    assert.deepEqual([seen?.message, others], [`This file names 1 internal host: ${host}.`, []]);
    assert.deepEqual([seen?.line, seen?.column], [1, 12]);
  });
}
for (const [name, text] of Object.entries(clean)) {
  test(`leaves ${name} alone`, () => assert.deepEqual(sight(rule, 'a.js', text), []));
}

test('an archive on it is worse', () => {
  const [seen] = sight(rule, 'a.js', "'http://artifacts.corp/app/src.tar.gz'");
  assert.deepEqual(
    [seen?.variant, seen?.evidence],
    ['archive', { place: 'artifacts.corp', archive: 'src.tar.gz' }],
  );
});

test('documentation may name any', () =>
  assert.deepEqual(sight(rule, 'README.md', 'http://wiki.corp/x'), []));
