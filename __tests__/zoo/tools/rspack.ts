import { load } from '../load.ts';
import { packerCases, TYPESCRIPT } from './shared/packer.ts';

export const cases = packerCases({
  packer: async () => (await load('@rspack/core')).rspack,
  typescript: () => ({
    test: TYPESCRIPT,
    loader: 'builtin:swc-loader',
    options: { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } },
  }),
});
