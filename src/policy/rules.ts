import type { RuleTexts } from '../rules/rule.ts';
import { unusedIgnore } from './ignored.ts';
import { expiredWaiver, unusedWaiver } from './waivers.ts';

/** Rules without an `inspect`: judging itself makes their findings. They belong in every list of rules that reports read. */
export const POLICY_RULES: readonly RuleTexts[] = [expiredWaiver, unusedWaiver, unusedIgnore];
