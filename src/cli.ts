#!/usr/bin/env node
import { runHere } from './commands/process.ts';
import { keepHeapSmall } from './heap.ts';

keepHeapSmall();
runHere(() => import('./commands/parts.ts'));
