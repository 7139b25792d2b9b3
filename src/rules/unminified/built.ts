/** Files that tell an installer, or the build of an app, how to build sources of these languages. */
const BUILD_FILES: readonly (readonly [file: RegExp, languages: RegExp])[] = [
  [/^(?:binding\.gyp|CMakeLists\.txt)$/, /^(?:C|C\+\+|CUDA|Objective-C)$/],
  [/\.podspec$|^Package\.swift$/, /^(?:C|C\+\+|Objective-C|Swift|Metal)$/],
  [/^build\.gradle(?:\.kts)?$/, /^(?:Java|Kotlin|Groovy|C|C\+\+)$/],
  [/^Cargo\.toml$/, /^Rust$/],
  [/^go\.mod$/, /^Go$/],
  [/^build\.zig$/, /^(?:Zig|C|C\+\+)$/],
];

/** Any of them: a package has thousands of files, and hardly one. */
const BUILD_FILE = new RegExp(BUILD_FILES.map(([{ source }]) => source).join('|'));

/**
 * Finds what builds a source.
 *
 * @param paths of all files in the package
 * @returns for the path and the language of a source the path of the build file in its folder or above; undefined
 *   where there is none
 */
export function builtByInstaller(
  paths: Iterable<string>,
): (path: string, language: string) => string | undefined {
  /** By folder, with a slash at its end, or empty. */
  const builders = new Map<string, { readonly path: string; readonly languages: RegExp }[]>();
  for (const path of paths) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (!BUILD_FILE.test(name)) continue;
    for (const [file, languages] of BUILD_FILES) {
      if (!file.test(name)) continue;
      const folder = path.slice(0, path.length - name.length);
      builders.set(folder, [...(builders.get(folder) ?? []), { path, languages }]);
    }
  }
  return (path, language) => {
    if (builders.size === 0) return undefined;
    let folder = path;
    while (folder !== '') {
      folder = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
      const by = builders.get(folder)?.find(({ languages }) => languages.test(language));
      if (by !== undefined) return by.path;
    }
    return undefined;
  };
}
