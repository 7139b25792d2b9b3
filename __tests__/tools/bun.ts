import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { install } from './install.ts';

/** The bundler's binary for this platform, straight from its platform package: the post-install script is not needed. */
export function bun(): string {
  const scope = join(install('bun'), '@oven');
  for (const platform of readdirSync(scope)) {
    for (const name of ['bun', 'bun.exe']) {
      const binary = join(scope, platform, 'bin', name);
      if (existsSync(binary)) return binary;
    }
  }
  throw new Error(`no bun binary for ${process.platform} ${process.arch} under ${scope}`);
}
