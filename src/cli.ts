#!/usr/bin/env node
import { runHere } from './commands/process.ts';
import { tuneEngine } from './engine.ts';

tuneEngine();
runHere(() => import('./commands/parts.ts'));
