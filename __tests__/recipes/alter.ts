import { alter } from './bench.ts';

// `alter.ts <folder>`: for tools that check and publish in one run, where a test can only change things through a command.
alter(process.argv[2]!);
