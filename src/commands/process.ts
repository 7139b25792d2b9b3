import { isStuck } from '../archive/patience.ts';
import { PackgateError } from '../errors.ts';
import { bugLines, errorLine } from './errors.ts';
import { type LoadParts, run } from './run.ts';

const NOT_INSPECTED = 2;

/**
 * Runs the command line of this very process. The exit status is 2 from the start and only a finished command changes it; the process
 * then ends by itself, so that what is still being written is not cut off.
 */
export function runHere(loadParts: LoadParts): void {
  process.exitCode = NOT_INSPECTED;
  let finished = false;
  // Node itself would end with 1, which says "findings".
  process.on('uncaughtException', (error) => {
    process.stderr.write(bugLines(error));
    process.exit(NOT_INSPECTED);
  });
  process.on('beforeExit', () => {
    if (finished) return;
    finished = true;
    process.stderr.write(
      'packgate: stopped before the end, nothing is claimed. This is a bug of packgate, please report it.\n',
    );
  });
  const { argv, env, stdout, stderr } = process;
  if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
    finished = true;
    stderr.write(errorLine(tooOld()));
    return;
  }
  const cwd = currentFolder();
  if (cwd === undefined) {
    finished = true;
    stderr.write(errorLine(GONE));
    return;
  }
  run({ argv: argv.slice(2), cwd, env, stdout, stderr, now: new Date() }, loadParts).then((status) => {
    finished = true;
    process.exitCode = status;
    // Node would wait for ever for what the system does not answer, even in process.exit. All has been said.
    if (isStuck()) process.kill(process.pid, 'SIGKILL');
  });
}

/** What `engines` of package.json asks for: nothing is tried on older ones. */
const OLDEST_NODE = 20;

function tooOld(): PackgateError {
  return new PackgateError(
    'usage',
    `Node ${OLDEST_NODE} or later is needed, and this is ${process.versions.node}`,
    {
      help: 'Install a newer one; in a workflow set `node-version` of actions/setup-node',
    },
  );
}

const GONE = new PackgateError('usage', 'the folder that packgate was started in is gone', {
  help: 'Change to one that exists',
});

/** Undefined where somebody deleted it under this process. */
function currentFolder(): string | undefined {
  try {
    return process.cwd();
  } catch {
    return undefined;
  }
}
