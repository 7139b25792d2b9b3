import { PackgateError } from '../errors.ts';
import { count } from '../figures.ts';
import { countMarks } from '../json-marks.ts';
import { LIMITS } from './limits.ts';

/**
 * A list in JSON that an archive or an executable holds of its files.
 *
 * @returns undefined where it is no JSON
 * @throws PackgateError `limit` where its objects would take more memory than there is
 */
export function parseJson(json: Buffer): unknown {
  if (countMarks(json, LIMITS.jsonMarks) > LIMITS.jsonMarks) {
    throw new PackgateError(
      'limit',
      `a list of files in it has more than ${count(LIMITS.jsonMarks)} brackets and commas`,
      {
        help: 'Split the application',
      },
    );
  }
  try {
    return JSON.parse(json.toString('utf8'));
  } catch {
    return undefined;
  }
}
