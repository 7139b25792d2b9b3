import type { FileRule } from '../rule.ts';
import { sightRecords } from './words.ts';

/** What each record is asked for by, in its tool's own words. */
const STOP: Readonly<Record<string, string>> = {
  'webpack stats':
    'Write it outside the folder that is published: `webpack --json=../stats.json`, or `statsFilename` and `generateStatsFile: false` of webpack-bundle-analyzer.',
  'webpack records': 'Set `recordsPath` in the webpack config to a path outside `output.path`.',
  'webpack DLL manifest':
    'Set `path` of DllPlugin to a file outside the folder that is published; only the builds that use the library need it.',
  'esbuild metafile':
    'Write it outside the folder that is published, or leave it out of the release build: `metafile` in esbuild and tsup.',
  'Bun metafile':
    'Write it outside the folder that is published, or leave it out of the release build: `--metafile` of `bun build`, `metafile` of `Bun.build`.',
  'Bun bundle report':
    'Leave `--metafile-md` of `bun build` out of the release build, or give it a path outside the folder that is published.',
  'rollup-plugin-visualizer report':
    'Set `filename` of rollup-plugin-visualizer to a path outside the folder that is published, or leave the plugin out of the release build.',
  'webpack-bundle-analyzer report':
    "Set `analyzerMode: 'disabled'` of BundleAnalyzerPlugin in the release build, or `reportFilename` to a path outside the folder that is published.",
  'vite-bundle-analyzer report':
    'Leave `analyzer()` of vite-bundle-analyzer out of the release build, or set its `fileName` to a path outside the folder that is published.',
  'source-map-explorer report': 'Write the report to a folder that is not published.',
  'Storybook stats':
    'Leave `--stats-json` (before version 8 `--webpack-stats-json`) out of `storybook build`, or give it a folder that is not published.',
  'Storybook index':
    'The pages of the Storybook load it: leave the folder that `storybook build` writes out of the package, or list the file under rules: build-metadata/bundle-stats: ignore.',
  'TypeDoc model':
    'Give `--json` of TypeDoc a path outside the folder that is published, or set `disableSources: true` in its options.',
  'Stencil stats':
    'Leave the output target `stats` (on the command line `--stats`) out of the release build, or set its `file` to a path outside the folder that is published.',
  'Sonda report':
    'Set `outputDir` of Sonda to a path outside the folder that is published, and leave `sources: true` out.',
  'Parcel bundle report':
    'Leave `@parcel/reporter-bundle-analyzer` out of the release build, or the folder `parcel-bundle-reports` out of the package.',
  'Rsdoctor report':
    'Leave `RsdoctorWebpackPlugin` or `RsdoctorRspackPlugin` out of the release build, or set its `output.reportDir` to a folder that is not published.',
  'trace of files':
    'Only a server that is deployed from the build needs it: leave `.nft.json` files out of the package, or list them under rules: build-metadata/bundle-stats: ignore.',
  'Vite manifest':
    'Set `build.manifest: false` in the Vite config. If your server looks outputs up in it, list it under rules: build-metadata/bundle-stats: ignore.',
  'Vite SSR manifest':
    'Set `build.ssrManifest: false` in the Vite config. If your server looks outputs up in it, list it under rules: build-metadata/bundle-stats: ignore.',
};

export const rule: FileRule = {
  id: 'build-metadata/bundle-stats',
  scope: 'file',
  grounds: ['records'],
  title: 'Record of a bundle',
  description:
    'Statistics, metafiles and reports of a bundler name every original file and what it imports, and webpack can put the text of each module beside it. They are recognised by their shape. A manifest that a server looks outputs up in names its sources too, but is needed, so it weighs less.',
  help: 'Write such records outside the folder that is published, or leave them out of the release build.',
  cwe: [540, 200],
  levels: { closed: 'error', open: 'warning' },
  variants: { manifest: { closed: 'warning', open: 'note' } },
  removable: true,
  *inspect(file) {
    const records = [...sightRecords(file, ['stats'], ({ name }) => STOP[name])];
    const manifests = [...sightRecords(file, ['manifest'], ({ name }) => STOP[name])];
    yield* records;
    for (const manifest of manifests) yield { ...manifest, variant: 'manifest' };
  },
};
