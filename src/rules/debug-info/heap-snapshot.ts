import type { FileRule } from '../rule.ts';

export const rule: FileRule = {
  id: 'debug-info/heap-snapshot',
  scope: 'file',
  grounds: ['debug'],
  title: 'Copy of a running program',
  description:
    'A heap snapshot, core dump or minidump is a copy of what a program had in memory: strings, source text, and often tokens and data of users. It lands beside the build when somebody looked for a leak or something crashed.',
  help: 'Leave it out of the package, delete it from the build folder, and change every password or token that the program knew while it ran.',
  cwe: [528, 200],
  levels: { closed: 'error', open: 'note' },
  removable: true,
  *inspect({ debug, path }) {
    if (debug?.memory === undefined) return;
    yield {
      path,
      message: `This file is ${debug.memory}: a copy of what a running program had in memory.`,
      evidence: { what: debug.memory },
    };
  },
};
