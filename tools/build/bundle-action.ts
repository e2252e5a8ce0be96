import { join } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { nodeBundle, root, withoutExternalCommands, yamlModules } from './bundle.ts';
import { treeShaking } from './tree-shaking.ts';

const withoutMcp: Plugin = {
  name: 'without-mcp',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/mcp-server\.ts$/ }, () => ({
      path: join(root, 'tools/action/without-mcp.ts'),
    }));
  },
};

/** With line breaks and names, so that a change can be reviewed and merged. */
const options = {
  ...nodeBundle,
  minify: false,
  entryPoints: ['tools/action/main.ts'],
  outfile: 'action/action.js',
  plugins: [treeShaking, withoutExternalCommands, withoutMcp],
  alias: yamlModules,
  write: false,
  banner: {
    js: '// Written by "npm run generate" from tools/action. Licenses of the libraries: server/ThirdPartyNotices.txt.',
  },
} as const satisfies BuildOptions;

/** The GitHub action, by its path from the root. It is committed, because a workflow runs it without installing anything. */
export async function actionBundle(): Promise<[path: string, content: string]> {
  const { outputFiles } = await build(options);
  return [options.outfile, outputFiles.map(({ text }) => text).join('')];
}
