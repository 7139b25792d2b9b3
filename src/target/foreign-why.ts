import type { ForeignFormat, Manifest } from '../manifest.ts';
import { exclusionOf } from './exclusion.ts';
import type { Inclusion } from './inclusion.ts';

/**
 * Where the build backends of Python, by the name that each writes into a wheel, are told what to leave out. Names
 * as in their own documentation.
 */
const BACKENDS: readonly (readonly [generator: RegExp, where: string])[] = [
  [/^hatchling\b/, '"exclude" of [tool.hatch.build.targets.wheel] in pyproject.toml'],
  [
    /^(?:setuptools|bdist_wheel)\b/,
    '"exclude" of [tool.setuptools.packages.find] (packages) or [tool.setuptools.exclude-package-data] (other files) in pyproject.toml',
  ],
  [/^poetry\b/, '"exclude" of [tool.poetry] in pyproject.toml'],
  [/^pdm-backend\b/, '"excludes" of [tool.pdm.build] in pyproject.toml'],
  [/^maturin\b/, '"exclude" of [tool.maturin] in pyproject.toml'],
  [/^scikit-build-core\b/, '"wheel.exclude" of [tool.scikit-build] in pyproject.toml'],
  [/^uv\b/, '"wheel-exclude" of [tool.uv.build-backend] in pyproject.toml'],
];

/**
 * Why a file is in a package that npm does not make, by what its tool packs, and what keeps it out.
 *
 * @param path as in the package
 * @returns undefined where nobody can tell by what the package is made
 */
export function whyInForeign(
  { format, generator = '' }: Pick<Manifest, 'format' | 'generator'>,
  path: string,
): Inclusion | undefined {
  return format && WAYS[format](path, generator);
}

const WAYS: Readonly<
  Record<ForeignFormat, (path: string, generator: string) => Pick<Inclusion, 'cause' | 'fix'> | undefined>
> = {
  vsix: (path) => ({
    cause: 'vsce packs the whole folder, but for what .vscodeignore or "files" in package.json leave out',
    fix: `add the line \`${exclusionOf(path.replace(/^extension\//, ''))}\` to .vscodeignore, or list what may ship in "files" of package.json (vsce reads one of the two)`,
  }),
  wheel(path, generator) {
    const cause = `${generator} packed it, with the module that it lies in or as data`;
    if (/^flit\b/.test(generator))
      return { cause, fix: `move ${path} out of the folder of the module: flit packs all of it` };
    if (/^meson\b/.test(generator)) return { cause, fix: `do not install ${path} in meson.build` };
    const where = BACKENDS.find(([name]) => name.test(generator))?.[1];
    return where === undefined ? undefined : { cause, fix: `add ${exclusionOf(path)} to ${where}` };
  },
  sdist: (path) => ({
    cause: 'the build backend packs what is under version control, or what MANIFEST.in names',
    fix: `leave ${exclusionOf(path)} out of the sdist in pyproject.toml; with setuptools add the line "exclude ${path}" to MANIFEST.in`,
  }),
  crate: (path) => ({
    cause: 'Cargo packs the whole folder, but for what "exclude" in Cargo.toml and version control leave out',
    fix: `add "/${exclusionOf(path)}" to "exclude" of [package] in Cargo.toml`,
  }),
  asar: (path) => ({
    cause: 'the packager puts the whole folder of the application into the archive',
    fix: `add "!${exclusionOf(path)}" to "files" in electron-builder's configuration, or a pattern to "ignore" of Electron Packager or Forge`,
  }),
  'chrome-extension': (path) => ({
    cause: 'Chrome packs the whole folder of the extension',
    fix: `delete ${path} from the folder before it is packed`,
  }),
  zip: () => undefined,
};
