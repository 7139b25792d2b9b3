import { LIMITS } from '../archive/limits.ts';
import type { ArchiveFormat } from '../archive/read.ts';
import { PackgateError } from '../errors.ts';
import { countMarks, MOST_MANIFEST_MARKS } from '../json-marks.ts';
import { type Manifest, readManifest } from '../manifest.ts';

/** Keeps the files of a package that say what it is called. */
export interface Identity {
  /** @throws PackgateError `limit` for a package.json that nobody writes */
  begin(path: string, size: number): void;
  bytes(view: Buffer): void;
  end(): void;
  /** @throws PackgateError `archive` where an npm package has no manifest that can be read */
  manifest(format: ArchiveFormat): Manifest;
}

/** Paths of manifests, of which the package's format tells which one counts. */
const WANTED =
  /^(?:package\.json|extension\/package\.json|manifest\.json|PKG-INFO|Cargo\.toml|[^/]+\.dist-info\/(?:METADATA|WHEEL))$/;

const EXTENSION = 'extension/package.json';

export function createIdentity(): Identity {
  /** The last copy of each, which is the one that is installed. */
  const kept = new Map<string, Buffer>();
  const seen = new Set<string>();
  let open: { readonly path: string; readonly parts: Buffer[]; size: number } | undefined;

  function limit(path: string): void {
    open = undefined;
    if (path !== 'package.json') return;
    throw new PackgateError('limit', `package.json in the archive is over ${LIMITS.manifestSize} bytes`, {
      help: 'Mend package.json and pack again',
    });
  }

  const json = (path: string): Record<string, unknown> => {
    try {
      const bytes = kept.get(path)!;
      if (countMarks(bytes, MOST_MANIFEST_MARKS) > MOST_MANIFEST_MARKS) return {};
      const value: unknown = JSON.parse(bytes.toString('utf8').replace(/^\ufeff/, ''));
      return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
    } catch {
      return {};
    }
  };

  function ofTar(): Manifest {
    const sdist = fields(kept.get('PKG-INFO'), HEADER);
    if (sdist.name !== '' && sdist.version !== '') return { ...sdist, format: 'sdist' };
    // Cargo always writes the second one beside its own.
    const crate = seen.has('Cargo.toml.orig') ? fields(tomlPackage(kept.get('Cargo.toml')), TOML) : NAMELESS;
    if (crate.name !== '' && crate.version !== '') return { ...crate, format: 'crate' };
    const own = kept.get('package.json');
    if (own === undefined) {
      throw new PackgateError('archive', 'the archive holds no package.json', {
        help: 'Point packgate at a tarball as npm pack writes it',
      });
    }
    return readManifest(own);
  }

  function ofZip(): Manifest {
    if (seen.has('extension.vsixmanifest') && kept.has('extension/package.json'))
      return { ...named(json('extension/package.json')), format: 'vsix' };
    const metadata = [...kept.keys()].find((path) => path.endsWith('.dist-info/METADATA'));
    if (metadata !== undefined) {
      const wheel = kept.get(metadata.replace(/METADATA$/, 'WHEEL'))?.toString('latin1') ?? '';
      const generator = /^Generator:[ \t]*(\w[\w.-]{0,60})/im.exec(wheel)?.[1];
      return {
        ...fields(kept.get(metadata), HEADER),
        ...(generator !== undefined && { generator }),
        format: 'wheel',
      };
    }
    if (kept.has('manifest.json') && 'manifest_version' in json('manifest.json'))
      return { ...named(json('manifest.json')), format: 'chrome-extension' };
    return { ...(kept.has('package.json') ? named(json('package.json')) : NAMELESS), format: 'zip' };
  }

  return {
    begin(path, size) {
      open = undefined;
      if (path === 'Cargo.toml.orig' || path === 'extension.vsixmanifest') seen.add(path);
      // Nearly all files lie in a folder that is not asked about.
      if (path.includes('/') && !/\/(?:METADATA|WHEEL)$/.test(path) && path !== EXTENSION) return;
      if (!WANTED.test(path)) return;
      if (isText(path)) {
        // A wheel has one; the first counts.
        const another =
          path.endsWith('/METADATA') && [...kept.keys()].some((known) => known.endsWith('/METADATA'));
        if (!another) open = { path, parts: [], size: 0 };
      } else if (size > LIMITS.manifestSize) limit(path);
      else open = { path, parts: [], size: 0 };
    },
    bytes(view) {
      if (open === undefined) return;
      const before = open.size;
      open.size += view.length;
      if (isText(open.path)) {
        if (before < TEXT_BYTES) open.parts.push(Buffer.from(view.subarray(0, TEXT_BYTES - before)));
      } else if (open.size > LIMITS.manifestSize) limit(open.path);
      else open.parts.push(Buffer.from(view));
    },
    end() {
      if (open !== undefined) kept.set(open.path, Buffer.concat(open.parts));
      open = undefined;
    },
    manifest(format) {
      switch (format) {
        case 'tar':
          return ofTar();
        case 'asar':
          return { ...(kept.has('package.json') ? named(json('package.json')) : NAMELESS), format: 'asar' };
        case 'crx':
          return {
            ...(kept.has('manifest.json') ? named(json('manifest.json')) : NAMELESS),
            format: 'chrome-extension',
          };
        case 'zip':
          return ofZip();
      }
    },
  };
}

/** Bytes of a manifest that is no JSON in which its first lines stand. */
const TEXT_BYTES = 65_536;

function isText(path: string): boolean {
  return !path.endsWith('.json');
}

type Named = Pick<Manifest, 'name' | 'version'>;

const NAMELESS: Named = { name: '', version: '' };

function named({ name, version }: Record<string, unknown>): Named {
  return {
    name: typeof name === 'string' ? name : '',
    version: typeof version === 'string' ? version : '',
  };
}

/** `Name: made`, up to the first empty line. */
const HEADER = /^(name|version):(.*)$/is;
/** `name = "made"`. */
const TOML = /^(name|version)[ \t]*=[ \t]*"([^"\\]*)"[ \t]*$/;

function fields(bytes: Buffer | undefined, line: RegExp): Named {
  const found: Record<string, string> = {};
  for (const text of bytes?.toString('utf8').split(/\r?\n/) ?? []) {
    if (text === '' && line === HEADER) break;
    const [, key, value] = line.exec(text) ?? [];
    if (key !== undefined) found[key.toLowerCase()] ??= value!.trim();
  }
  return { name: found.name ?? '', version: found.version ?? '' };
}

/** The table `[package]` of a Cargo.toml. */
function tomlPackage(bytes: Buffer | undefined): Buffer | undefined {
  const text = bytes?.toString('utf8');
  const [, table] = text?.split(/^\[package\][ \t]*$/m) ?? [];
  return table === undefined ? undefined : Buffer.from(table.split(/^\[/m)[0]!);
}
