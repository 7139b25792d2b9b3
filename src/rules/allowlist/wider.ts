/**
 * For files that no pattern matches: the pattern that would. A file alone gets its own path; several with one
 * extension in one folder share `folder/*.ext`, so that they are told as one cause.
 */
export function widerPattern(paths: readonly string[]): (path: string) => string {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const shared = sharedPattern(path);
    if (shared) counts.set(shared, (counts.get(shared) ?? 0) + 1);
  }
  return (path) => {
    const shared = sharedPattern(path);
    return shared && counts.get(shared)! > 1 ? shared : escapeGlob(path);
  };
}

/** Undefined at the root and without an extension: such a pattern would take in far more than was looked at. */
function sharedPattern(path: string): string | undefined {
  const slash = path.lastIndexOf('/');
  const name = path.slice(slash + 1);
  const extension = extensionOf(name);
  if (slash < 0 || extension === '' || extension === name) return undefined;
  return `${escapeGlob(path.slice(0, slash + 1))}*${extension}`;
}

/** `.map`, or `.js.map` where the part before is an extension as well. Empty where there is none. */
export function extensionOf(name: string): string {
  return /(?:\.(?:[cm]?[jt]sx?|css|d))?\.[A-Za-z0-9]+$/.exec(name)?.[0] ?? '';
}

/** The path as a pattern that matches it alone. */
export function escapeGlob(path: string): string {
  return path.replace(/[*?[\]{}\\]|(?<=[!?+*@])\(|^!/g, '\\$&');
}
