import { placeOf } from '../../content/inner-path.ts';
import { referencedPath } from '../../content/text/map-comment.ts';
import type { PackageRule } from '../rule.ts';

const DECLARATION = /\.d(?:\.[^./]+)?\.[cm]?ts$/i;
const DECLARATION_HELP =
  'Set `"declarationMap": false` in the tsconfig of the release build: tsc writes the comment with the map.';
const MODULE_HELP =
  "It came along with a module that was bundled as it is. A minifier drops such comments: minify the bundle (webpack: mode 'production').";

/** A server of the developer's own: nobody else gets a map from there. */
const LOOPBACK =
  /^(?:https?:)?\/\/(?:(?:[\w-]+\.)*localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1?\])(?::\d{1,5})?(?:[/?#]|$)/i;

export const rule: PackageRule = {
  id: 'source-map/reference',
  scope: 'package',
  grounds: ['references'],
  title: 'Comment that points to a map elsewhere',
  description:
    'A `sourceMappingURL` comment, or such a section of a WebAssembly module, tells everybody where the map is. A remote address publishes the map as surely as shipping it, if it can be fetched; a dangling one tells that a map exists and makes debuggers complain. A comment whose map is in the package is not reported here: the map is.',
  help: 'Remove the comment in the release build. The source map option has a form that leaves it out: `hidden` in Vite, Rollup and Rolldown, `hidden-source-map` in webpack, `external` in esbuild and Bun.',
  cwe: [615, 200],
  levels: { closed: 'warning', open: 'note' },
  variants: { remote: { closed: 'error', open: 'note' } },
  *inspect(pkg) {
    const isThere = (path: string) => pkg.files.has(path) || pkg.innerMaps.has(path);
    /** The last line of each file with a comment: those before it came with what was bundled. */
    const last = new Map<string, number>();
    for (const { path, reference } of pkg.references)
      last.set(path, Math.max(reference.line ?? 0, last.get(path) ?? 0));
    for (const { path, reference } of pkg.references) {
      const { url } = reference;
      // A section of a binary file has no line.
      const { line, column } = reference;
      const place = line === undefined || column === undefined ? {} : { line, column };
      const teller = line === undefined ? 'section' : 'comment';
      const remote = /^(?:[A-Za-z][A-Za-z0-9+.-]*:)?\/\//.test(url);
      if (remote && LOOPBACK.test(url)) {
        yield {
          path,
          ...place,
          detail: url,
          message: `A ${teller} points to a source map at ${url}, which is the machine of whoever reads it.`,
          evidence: { url },
        };
      } else if (remote) {
        yield {
          path,
          ...place,
          variant: 'remote',
          detail: url,
          message: `A ${teller} sends everybody to a source map at ${url}.`,
          help: `Remove the ${teller} in the release build, and make sure that the address cannot be read from outside.`,
          evidence: { url },
        };
      } else if (!isThere(referencedPath(placeOf(path), url))) {
        yield {
          path,
          ...place,
          detail: url,
          message: `A ${teller} points to the source map ${url}, which is not in the package.`,
          ...(DECLARATION.test(path)
            ? { help: DECLARATION_HELP }
            : (line ?? 0) < last.get(path)! && { help: MODULE_HELP }),
          evidence: { url },
        };
      }
    }
  },
};
