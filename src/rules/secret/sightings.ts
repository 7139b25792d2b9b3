import type { Package } from '../../content/package.ts';
import type { Encoded } from '../../content/secret/candidates.ts';
import type { SecretFacts } from '../../content/secret/find.ts';
import type { Family, Mildness } from '../../content/secret/kind.ts';
import { count, counted } from '../../figures.ts';
import type { Levels, Sighting } from '../rule.ts';

/** What is milder than the rules of this family: see `Mildness`. */
export const MILDER: Readonly<Record<Mildness, Levels>> = {
  limited: { closed: 'warning', open: 'warning' },
  identifier: { closed: 'note', open: 'note' },
};

const HELP: Readonly<Record<Mildness, string>> = {
  limited:
    'If it is meant to be public, see that its provider limits what it can do and who may use it, and set the level of this rule or a waiver; else revoke it and read it from the environment.',
  identifier: 'It opens nothing by itself. If the account is not to be known, read it from the environment.',
};

/** A sighting for each credential of one family. The credential itself is in none of them. */
export function* sightSecrets({ secrets }: Package, family: Family): Iterable<Sighting> {
  for (const { path, secrets: inFile } of secrets) {
    for (const secret of inFile) {
      if (secret.family !== family) continue;
      const { name, mildness, line, column, length, prefix, times, source, encoded, named, ordinal } = secret;
      yield {
        path,
        ...(!named && { line, column }),
        message: `${where(secret)} holds ${name}${hint(secret)}${times === 1 ? '' : `, in ${counted(times, 'place')}`}.`,
        ...(mildness !== undefined && { variant: mildness, help: HELP[mildness] }),
        evidence: {
          kind: name.replace(/^(?:an?|the) /, ''),
          length,
          ...(prefix !== '' && { prefix }),
          ...(times > 1 && { times }),
          ...(encoded !== false && { encoded }),
          ...(source !== undefined && { source }),
        },
        detail: `${name} ${ordinal}${named ? ' in its name' : ''}`,
      };
    }
  }
}

const ENCODED: Readonly<Record<Exclude<Encoded, false>, string>> = {
  base64: 'base64',
  hex: 'hexadecimal digits',
  'utf-16': 'UTF-16',
};

function where({ source, encoded, named }: SecretFacts): string {
  if (named) return 'The name of this file';
  const text = encoded === false ? 'This file' : `Text that stands in this file as ${ENCODED[encoded]}`;
  return source === undefined ? text : `The source map in this file gives back ${source}, which`;
}

/** What tells its owner which one it is, and nobody else anything. */
function hint({ family, prefix, length }: SecretFacts): string {
  if (family === 'private-key') return '';
  return prefix === '' ? ` (${count(length)} characters)` : ` (${prefix}…, ${count(length)} characters)`;
}
