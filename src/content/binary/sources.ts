import { originOf } from '../map/origin.ts';
import { MAX_LISTED_SOURCES, type OriginalSource, type Originals } from '../originals.ts';

/**
 * Where compilers and systems keep what is not the publisher's: headers, the standard libraries of C++, Rust, Go and Zig, package
 * caches, the SDKs of Apple, Microsoft and Emscripten, the start-up code of a C library.
 */
const FOREIGN = [
  /^(?:<|\/rustc\/|\/rust\/deps\/|\/?library\/(?:(?:std|std_detect|core|alloc|panic_\w+|backtrace|proc_macro|test|unwind|windows_\w+)\/src|compiler-builtins|portable-simd|rtstartup|stdarch)\/|\/usr\/(?:include|lib|obj|src\/lib|local\/(?:go|include))\/|\/opt\/(?:homebrew|hostedtoolcache)\/)/,
  /^(?:\/Applications\/Xcode|\/Library\/Developer\/|\/nix\/store\/|\/build\/(?:glibc|gcc)|\.\.\/(?:sysdeps|csu|libgcc|elf)|runtime\/|minkernel\/|onecore\/|vctools\/)/,
  /^[A-Za-z]:\/(?:Program Files|hostedtoolcache|a\/_work\/\d+\/s\/src\/vctools)/,
  // What Node.js is built from, which leaves the debug information of some of it in.
  /^(?:\.\.\/)+deps\/(?:ada|brotli|cares|icu-small|llhttp|nghttp2|nghttp3|ngtcp2|openssl|simdjson|simdutf|sqlite|uv|uvwasi|v8|zlib|zstd)\//,
  /(?:^|\/)(?:<[a-z -]+>|(?:builtin|compiler_rt|ubsan_rt)\.zig)$/,
  /\/(?:include\/(?:c\+\+|node)|emsdk|sysroot|\.cargo\/registry|\.cargo\/git|\.rustup|\.cache\/node-gyp|\.node-gyp|node-gyp\/Cache|pkg\/mod)\//,
  // The standard library of Go beside a compiler in a folder of its own. All other packages lie in the folder of a host.
  /\/(?:go-?\d[\d.]*|golang\/\d[\d.]*\/go)\/src\/[^/.]+\//,
  /\/(?:lib\/(?:gcc|clang|libc|std|compiler_rt)|zig\/lib|vcpkg|\.conan2?)\//,
];

/** Whether a source file that debug information names is the publisher's own. */
function isOwn(path: string): boolean {
  const plain = path.replaceAll('\\', '/');
  return originOf(path).firstParty && !FOREIGN.some((pattern) => pattern.test(plain));
}

/**
 * Source files that something else than a source map names.
 *
 * @param files path, and what rides along of the text: its lines and bytes. Each path once
 * @param own tells the publisher's files; by default as compilers name them
 */
export function sourcesOf(
  files: Iterable<readonly [path: string, text: { readonly lines: number; readonly bytes: number } | null]>,
  own: (path: string) => boolean = isOwn,
): Originals {
  const sources: OriginalSource[] = [];
  const totals = { named: 0, embedded: 0, firstParty: 0, lines: 0, bytes: 0 };
  for (const [path, text] of files) {
    const firstParty = own(path);
    totals.named++;
    if (firstParty) totals.firstParty++;
    if (text !== null) {
      totals.embedded++;
      totals.lines += text.lines;
      totals.bytes += text.bytes;
    }
    if (sources.length < MAX_LISTED_SOURCES) {
      const { lines, bytes } = text ?? { lines: 0, bytes: 0 };
      sources.push({ path, embedded: text !== null, lines, bytes, firstParty });
    }
  }
  return { sources, ...totals, hosts: [], buckets: [] };
}

/** Newlines, plus one where the last line does not end in one. */
export function countLines(text: Buffer): number {
  if (text.length === 0) return 0;
  let lines = text[text.length - 1] === 10 ? 0 : 1;
  for (let at = text.indexOf(10); at !== -1; at = text.indexOf(10, at + 1)) lines++;
  return lines;
}
