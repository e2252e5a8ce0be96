import { join } from 'node:path';
import type { BuildOptions } from 'esbuild';

export const root = join(import.meta.dirname, '..');

/** What all bundles have in common. Source maps are no part of a package. */
export const sharedBundle = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  target: 'es2022',
  // jsonc-parser's `main` is UMD, which cannot be bundled.
  mainFields: ['module', 'main'],
  legalComments: 'none',
  logLevel: 'warning',
} as const satisfies BuildOptions;

export const nodeBundle = {
  ...sharedBundle,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
} as const satisfies BuildOptions;
