import { WAIVER_RULES } from '../policy/waivers.ts';
import { RULES } from '../rules/index.ts';

export { check } from '../check.ts';

/** In reading order, those that judging itself applies last. */
export const rules = [...RULES, ...WAIVER_RULES];
