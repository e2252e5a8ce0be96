import type { BuildOptions, Plugin } from 'esbuild';
import { nodeBundle, sharedBundle } from './bundle.ts';

/** Every window with a JSON document loads an entry, with or without a hotfix config. */
const entryLimit = 10_000;

const entrySize: Plugin = {
  name: 'entry-size',
  setup({ onEnd }) {
    onEnd(({ metafile }) => {
      const tooLarge = Object.entries(metafile?.outputs ?? {}).filter(([, { bytes }]) => bytes > entryLimit);
      const errors = tooLarge.map(([file, { bytes }]) => ({
        text: `${file} has ${bytes} bytes, more than ${entryLimit}: import what is not needed to recognize a config through session.ts`,
      }));
      return { errors };
    });
  },
};

/** Keeps the session out of the entry that loads it. */
const sessionApart: Plugin = {
  name: 'session-apart',
  setup({ onResolve }) {
    onResolve({ filter: /\/session-node\.ts$/, namespace: 'file' }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './session-node.js', external: true } : undefined,
    );
  },
};

const node = { ...nodeBundle, external: ['vscode'] } satisfies BuildOptions;
const browser = {
  ...sharedBundle,
  platform: 'browser',
  format: 'cjs',
  external: ['vscode'],
} satisfies BuildOptions;

const entry = (entryPoint: string, outfile: string): BuildOptions => ({
  entryPoints: [entryPoint],
  outfile,
  metafile: true,
  plugins: [entrySize, sessionApart],
});

/** The page of the coverage panel: plain script and style, independent of an editor. */
const coveragePage: readonly BuildOptions[] = [
  {
    ...sharedBundle,
    platform: 'browser',
    format: 'iife',
    entryPoints: ['coverage-view/src/webview.ts'],
    outfile: 'client/dist/coverage.js',
  },
  {
    ...sharedBundle,
    entryPoints: ['coverage-view/src/index.css'],
    outfile: 'client/dist/coverage.css',
  },
];

/** What the editor loads first, for each kind of extension host, and what that loads for the first hotfix config. */
export const clientBundles: readonly BuildOptions[] = [
  // The editor's own `require` must load the session, or the session would not find `vscode`.
  { ...node, ...entry('client/src/node.ts', 'client/dist/node.js'), supported: { 'dynamic-import': false } },
  { ...browser, ...entry('client/src/browser.ts', 'client/dist/browser.js') },
  { ...node, entryPoints: ['client/src/session-node.ts'], outfile: 'client/dist/session-node.js' },
  { ...browser, entryPoints: ['client/src/session-browser.ts'], outfile: 'client/dist/session-browser.js' },
  ...coveragePage,
];
