import { POLICY_RULES } from '../policy/rules.ts';
import { RULES } from '../rules/index.ts';

export { check } from '../check.ts';

/** In reading order, those that judging itself applies last. */
export const rules = [...RULES, ...POLICY_RULES];
