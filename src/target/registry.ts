import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { PackgateError } from '../errors.ts';
import { packEnvironment } from './environment.ts';
import { packedByNpm } from './packing.ts';
import { run } from './run.ts';
import type { OpenOptions, Source } from './source.ts';
import { makeTemporary } from './temporary.ts';

const MAX_ANSWER = 64 * 1024 * 1024;

/**
 * Downloads the published bytes with the user's own npm, so with its logins, proxies and scopes; nothing of the package
 * is run. What arrives is checked against the integrity that npm took from the registry.
 *
 * @param spec from `parseTarget`: safe to hand to npm
 * @throws PackgateError `target` when the registry does not give the package, `pack` when npm cannot be used or its
 *   answer is unknown, `archive` when the bytes are not those that npm told of
 */
export async function openRegistry(spec: string, target: string, options: OpenOptions): Promise<Source> {
  const temporary = await makeTemporary(options.env);
  try {
    options.progress(`downloading ${spec} with npm`);
    const args = [
      'pack',
      '--json',
      '--ignore-scripts',
      // The project's devEngines may ask for another manager than npm; that is about the project.
      '--force',
      '--dry-run=false',
      '--loglevel=error',
      `--pack-destination=${temporary.path}`,
      '--',
      spec,
    ];
    const ran = await run('npm', args, {
      cwd: options.cwd,
      env: packEnvironment(options.env),
      keepStdout: MAX_ANSWER,
      silence: options.waits && { seconds: options.waits.download, limit: 'downloadWait' },
    });
    if (ran === undefined) {
      throw new PackgateError('pack', `${target}: npm is not installed`, {
        help: 'install Node.js, which brings npm, or download the tarball and check that',
      });
    }
    if (ran.status !== 0) throw refused(target, `${ran.stdout}\n${ran.stderr}`);
    const [packed, another] = packedByNpm(ran.stdout);
    const names = await readdir(temporary.path);
    if (packed === undefined || another !== undefined || names.length !== 1 || names[0] !== packed.filename) {
      throw new PackgateError(
        'pack',
        `${target}: npm wrote ${names.length} files and printed something unknown`,
        {
          help: `run "npm pack ${spec}" and check the tarball it writes`,
        },
      );
    }
    const file = join(temporary.path, packed.filename);
    if (packed.integrity !== undefined && (await integrityOf(file)) !== packed.integrity) {
      throw new PackgateError(
        'archive',
        `${target}: the bytes received are not those of ${packed.integrity}`,
        {
          help: 'run "npm cache verify" and try again; if it stays so, do not trust this registry',
        },
      );
    }
    return { target, file, close: temporary.remove };
  } catch (error) {
    await temporary.remove();
    throw error;
  }
}

const ADVICE: Readonly<Record<string, string>> = {
  E404: 'check name and version; a private package needs a login in .npmrc, a scope its registry',
  ETARGET: 'this version, tag or range is not published: "npm view <name> versions" lists what is',
  E401: 'log in: "npm login", or a token in .npmrc',
  ENEEDAUTH: 'log in: "npm login", or a token in .npmrc',
  E403: 'this login may not read the package: use another token',
};

function refused(target: string, output: string): PackgateError {
  const code = /^npm (?:error|ERR!) code (\S+)/m.exec(output)?.[1] ?? 'an unknown error';
  // The code's own words come first, then what happened; an address may hold a login.
  const line = /^npm (?:error|ERR!) (?!(?:code|syscall|errno) )(?:404 |notarget )?(.*\S.*)$/m
    .exec(output)?.[1]
    ?.replace(/\/\/[^/\s@]*@/g, '//')
    // What a server sent is not quoted.
    .replace(/^(invalid json response body at \S+) .*/, '$1')
    .slice(0, 200);
  return new PackgateError(
    'target',
    `${target}: npm could not fetch it (${code}${line === undefined ? '' : `: ${line}`})`,
    {
      help: ADVICE[code] ?? 'check the network, the proxy and the registry in .npmrc, then try again',
    },
  );
}

async function integrityOf(file: string): Promise<string> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}
