import { join } from 'node:path';
import type { BuildOptions, Plugin } from 'esbuild';
import { treeShaking } from './tree-shaking.ts';

export const root = join(import.meta.dirname, '../..');

/** The common options of all bundles. Source maps are not part of a package. */
export const sharedBundle = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  target: 'es2022',
  // jsonc-parser's `main` is UMD, which cannot be bundled.
  mainFields: ['module', 'main'],
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [treeShaking],
} as const satisfies BuildOptions;

export const nodeBundle = {
  ...sharedBundle,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
} as const satisfies BuildOptions;

/**
 * commander loads Node's child_process for subcommands that are separate programs. The command line has none, and
 * loading it would take a twentieth of a short run.
 */
export const withoutExternalCommands: Plugin = {
  name: 'without-external-commands',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /[\\/]node_modules[\\/]commander[\\/]/.test(importer)
        ? { path: 'child_process', namespace: 'unused' }
        : undefined,
    );
    onLoad({ filter: /^/, namespace: 'unused' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/**
 * Keeps the YAML library out of what starts for each JSON file: the reader of manifests is a bundle of its own, beside the
 * one that loads it.
 */
export const manifestsApart: Plugin = {
  name: 'manifests-apart',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/read\.ts$/ }, ({ kind, importer }) =>
      kind === 'dynamic-import' && /[\\/]manifest[\\/]reader\.ts$/.test(importer)
        ? { path: './manifests.js', external: true }
        : undefined,
    );
  },
};

/** The MCP server is a bundle of its own, which only its command loads. */
export const mcpApart: Plugin = {
  name: 'mcp-apart',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/mcp-server\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './mcp.js', external: true } : undefined,
    );
  },
};

/**
 * The SDK has a validator for schemas that a server receives, and ours asks its client for no data. It would be a third of
 * the bundle.
 */
export const withoutReceivedSchemas: Plugin = {
  name: 'without-received-schemas',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/validation\/ajv-provider\.js$/ }, () => ({
      path: 'validator',
      namespace: 'no-schemas',
    }));
    onLoad({ filter: /^/, namespace: 'no-schemas' }, () => ({
      contents: 'export class AjvJsonSchemaValidator {}',
    }));
  },
};

/** The modules of the YAML library for browsers run in Node too, and unused parts of them can be left out. */
export const yamlModules = { yaml: join(root, 'node_modules/yaml/browser/dist/index.js') };
