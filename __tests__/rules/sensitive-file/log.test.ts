import { rule } from '../../../src/rules/sensitive-file/log.ts';
import { lines, testCases } from './sensitive.ts';

const npm = lines(
  '0 info it worked if it ends with ok',
  '1 verbose cli /usr/bin/node /usr/bin/npm',
  '2 info using npm@10.8.2',
);

testCases(rule, {
  'logs that programs name': [
    {
      'npm-debug.log': npm,
      'yarn-error.log': lines('Arguments:', '  /usr/bin/node', 'Trace:', '  Error'),
      'lerna-debug.log': npm,
      'npm-debug.log.123': npm,
    },
    ['npm-debug.log', 'yarn-error.log', 'lerna-debug.log', 'npm-debug.log.123'],
  ],
  'logs by their lines': [
    {
      'logs/app.log': lines('2026-01-02T03:04:05Z INFO start', '2026-01-02T03:04:06Z INFO listening'),
      'a.log': lines('[2026-01-02 03:04:05] a', '[2026-01-02 03:04:05] b'),
      'b.log': lines(
        '{"level":30,"time":1700000000000,"msg":"a"}',
        '{"time":"2026-01-02T03:04:05Z","msg":"b"}',
      ),
      'access.log': lines('10.1.2.3 - - [02/Jan/2026:03:04:05 +0000] "GET / HTTP/1.1" 200 5'),
      'c.log.1': lines('Jan  2 03:04:05 host app[1]: a', 'Jan  2 03:04:05 host app[1]: b'),
      'd.log': lines('ERROR something broke', '  at a (/home/me/a.js:1:2)', '  at b', 'INFO ok'),
    },
    ['logs/app.log', 'a.log', 'b.log', 'access.log', 'c.log.1', 'd.log'],
  ],
  'histories of commands': [
    {
      '.bash_history': 'export TOKEN=abc\nnpm publish\n',
      '.node_repl_history': 'process.env\n',
      '.aider.chat.history.md': '# aider chat\n',
    },
    ['.bash_history history', '.node_repl_history history', '.aider.chat.history.md history'],
  ],
  'a crash report of Node.js': [
    {
      'report.20260102.030405.123.0.001.json':
        '{"header": {"reportVersion": 3, "nodejsVersion": "v20.0.0"}, "environmentVariables": {}}',
    },
    ['report.20260102.030405.123.0.001.json'],
  ],
  'a file that is only called a log': [
    { 'fixtures/figure.log': lines('  /\\_/\\', ' ( o.o )') },
    ['fixtures/figure.log unsure'],
  ],

  'empty and binary files': [
    { 'a.log': '', 'b.log': '\n\n', '000003.log': Buffer.alloc(500), '.bash_history': '' },
    [],
  ],
  'code about logs': [
    { 'log.js': '2026-01-02 03:04:05', 'lib/logger.log.js': 'a', catalog: npm, 'changelog.md': npm },
    [],
  ],
  'other reports': [{ 'report.json': '{"header": {}}' }, []],
  'a dependency that is packed along': [
    { 'node_modules/a/npm-debug.log': npm, 'node_modules/a/b.log': npm },
    [],
  ],
});
