#!/usr/bin/env node
import { runHere } from './commands/process.ts';

runHere(() => import('./commands/parts.ts'));
