import type { PackageRule } from '../rule.ts';

export const rule: PackageRule = {
  scope: 'package',
  grounds: ['baseline'],
  id: 'drift/command',
  title: 'New command or install script',
  description:
    'The release before installed no command of this name, or ran no such script on the machines that install the package. Both run code elsewhere than where it is imported, and a stolen release often begins with one.',
  help: 'Make sure that somebody meant it: see who added it to package.json and why. Then publish: from then on it is no news.',
  cwe: [506, 829],
  levels: { closed: 'warning', open: 'warning' },
  *inspect({ outline, baseline }) {
    if (outline === undefined || baseline === undefined) return;
    const before = baseline.outline;
    for (const script of outline.installScripts.filter((name) => !before.installScripts.includes(name))) {
      yield {
        path: 'package.json',
        message: `runs the script \`${script}\` when it is installed, which ${baseline.from} did not`,
        evidence: { script, baseline: baseline.from },
        detail: `script ${script}`,
      };
    }
    for (const command of outline.commands.filter((name) => !before.commands.includes(name))) {
      yield {
        path: 'package.json',
        message: `installs the command \`${command}\`, which ${baseline.from} did not`,
        evidence: { command, baseline: baseline.from },
        detail: `command ${command}`,
      };
    }
  },
};
