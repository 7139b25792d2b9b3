/** The part of WebAssembly that is used, of which Node's types know little; undefined in an engine without (`--jitless`). */
const { WebAssembly: Engine } = globalThis as unknown as {
  readonly WebAssembly?: {
    readonly Module: new (bytes: Buffer) => object;
    readonly Instance: new (module: object) => { readonly exports: unknown };
  };
};

/**
 * Prepares a module for use; it is compiled when the first instance is asked for.
 *
 * @param base64 its bytes
 * @returns a function that makes an instance and gives its exports; undefined where the engine has no WebAssembly or no SIMD, or the
 *   system no room for an instance
 */
export function instantiator<Exports>(base64: string): () => Exports | undefined {
  let compiled: object | null | undefined;
  return () => {
    compiled ??= compile(base64);
    if (compiled === null || Engine === undefined) return undefined;
    try {
      return new Engine.Instance(compiled).exports as Exports;
    } catch (error) {
      // Each reserves gigabytes of addresses, of which nothing is used: more than a system may give that limits them (`ulimit -v`).
      if (!(error instanceof RangeError)) throw error;
      compiled = null;
      return undefined;
    }
  };
}

function compile(base64: string): object | null {
  try {
    return Engine === undefined ? null : new Engine.Module(Buffer.from(base64, 'base64'));
  } catch {
    return null;
  }
}
