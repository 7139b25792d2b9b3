import { parse } from 'yaml';

/**
 * The globs of folders that a `pnpm-workspace.yaml` names; empty where it names none.
 *
 * In a file of its own, which the caller imports when it needs it: `yaml` is CommonJS, and importing it so by its
 * own name loses its names in the built files.
 *
 * @throws YAMLParseError
 */
export function foldersIn(text: string): string[] {
  const { packages } = (parse(text) ?? {}) as { packages?: unknown };
  return Array.isArray(packages) ? packages.filter((item) => typeof item === 'string') : [];
}
