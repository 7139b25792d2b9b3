import type { Beginning } from './beginning.ts';
import type { OwnPackageFacts } from './facts.ts';

/** The name and version that a package.json gives, where it gives both. */
export function readPacked({ text }: Beginning): OwnPackageFacts | undefined {
  try {
    const { name, version } = (JSON.parse(text) ?? {}) as Record<string, unknown>;
    if (typeof name !== 'string' || typeof version !== 'string') return undefined;
    return { kind: 'packed', name, version };
  } catch {
    return undefined;
  }
}
