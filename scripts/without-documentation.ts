import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** A property of a rule that its page is made of, up to the next one: they stand two columns in, as the formatter has them. */
const documentation = /^ {2}(?:summary|why|examples): [\s\S]*?(?=^ {2}\w+(?:: |\())/gm;

/**
 * Leaves out of a language server what only the pages of the rules and the schemas say, which are shipped beside it: that
 * was a twentieth of it.
 */
export const withoutDocumentation: Plugin = {
  name: 'without-documentation',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]server[\\/]src[\\/]rules[\\/][\w-]+\.ts$/ }, async ({ path }) => {
      const code = await readFile(path, 'utf8');
      if (!code.includes('defineRule({')) return undefined;
      const contents = code.replace(documentation, '');
      const isWhole = ['id', 'level', 'messages'].every((name) => contents.includes(`\n  ${name}: `));
      if (!isWhole || !/^ {2}check\(/m.test(contents) || /^ {2}(?:why|examples): /m.test(contents))
        throw new Error(`${path} has its properties in an order that this script does not know.`);
      return { contents, loader: 'ts' };
    });
  },
};
