import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { nodeBundle, root } from '../../tools/build/bundle.ts';

/** The path by which Windows programs under Wine know a file of this machine. */
export const windowsPath = (path: string): string => `Z:${path.replaceAll('/', '\\')}`;

/** Writes a test and all that it imports into one file. Returns its path. */
export async function bundleTest(test: string, folder: string): Promise<string> {
  const outfile = join(folder, `${relative(join(root, 'test'), test).replaceAll('/', '-')}.mjs`);
  await build({
    ...(nodeBundle satisfies BuildOptions),
    minify: false,
    format: 'esm',
    entryPoints: [test],
    outfile,
    alias: { vitest: join(import.meta.dirname, 'vitest.ts') },
    plugins: [...nodeBundle.plugins, ownPaths],
    inject: [join(root, 'test/support/fast-check.ts')],
    // Some bundled packages call it.
    banner: {
      js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
    },
  });
  return outfile;
}

/** Each source keeps its own path, although it becomes part of another file. */
const ownPaths: Plugin = {
  name: 'own-paths',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const own = (text: string) => JSON.stringify(windowsPath(text));
      return {
        loader: 'ts',
        contents: source
          .replaceAll('import.meta.dirname', own(dirname(path)))
          .replaceAll('import.meta.filename', own(path)),
      };
    });
  },
};
