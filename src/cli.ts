#!/usr/bin/env node
import { check } from './check.ts';
import { runHere } from './commands/process.ts';
import { WAIVER_RULES } from './policy/waivers.ts';
import { RULES } from './rules/index.ts';

runHere({ check, rules: [...RULES, ...WAIVER_RULES] });
