import { PackgateError } from '../errors.ts';
import { count } from '../figures.ts';
import { countParts } from '../json-parts.ts';
import { LIMITS } from './limits.ts';

/**
 * A list in JSON that an archive or an executable holds of its files.
 *
 * @returns undefined where it is no JSON
 * @throws PackgateError `limit` where it has more parts than there is memory for
 */
export function parseJson(json: Buffer): unknown {
  if (countParts(json, LIMITS.jsonParts) > LIMITS.jsonParts) {
    throw new PackgateError('limit', `a list of files in it has more than ${count(LIMITS.jsonParts)} parts`, {
      help: 'Split the application',
    });
  }
  try {
    return JSON.parse(json.toString('utf8'));
  } catch {
    return undefined;
  }
}
