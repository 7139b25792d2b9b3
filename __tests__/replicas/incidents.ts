import type { Incident } from './replica.ts';

const APPLICATION = { files: 1_902, lines: 512_000, remarks: 30, prose: 30, samples: 62 };

/** The incident of 2026 at full size: a 12 MB minified bundle with its 57 MiB map beside it. esbuild's key order. */
export const LINKED: Incident = {
  name: 'linked-map',
  plan: {
    ...APPLICATION,
    seed: 20_260_331,
    bucketUrl: 'https://acme-nightly.s3.us-east-1.amazonaws.com/src/agent-2.1.88.zip',
  },
  bundle: 'cli.js',
  bundler: 'esbuild',
  map: 'linked',
};

/** The same size from the bundler of the real incident, with its key order: `debugId` and `names` last, laid out over lines. */
export const LINKED_BY_BUN: Incident = {
  name: 'linked-map-bun',
  plan: {
    ...APPLICATION,
    samples: 68,
    seed: 20_260_401,
    bucketUrl: 'https://storage.googleapis.com/acme-nightly/agent-2.1.88.zip',
  },
  bundle: 'cli.js',
  bundler: 'bun',
  map: 'linked',
};

/** A 23 MB bundle whose last line is an 18 MB inline map. */
export const INLINE: Incident = {
  name: 'inline-map',
  plan: {
    seed: 18,
    files: 840,
    lines: 182_000,
    remarks: 10,
    prose: 35,
    samples: 0,
    bucketUrl: 'https://acme-nightly.s3.us-east-1.amazonaws.com/src/agent-0.9.zip',
  },
  bundle: 'cli.mjs',
  bundler: 'esbuild',
  map: 'inline',
};
