import type { Beginning } from './beginning.ts';
import type { CredentialsFacts } from './facts.ts';

/** Reads a file that is called like one in which a tool keeps logins. Undefined where it is none. */
export type CredentialsReader = (file: Beginning) => CredentialsFacts | undefined;
