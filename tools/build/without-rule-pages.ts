import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** The properties of a rule that only its page and SARIF need, as Biome formats them. */
const onPages = [/^ {2}why:\s[\s\S]*?,\n(?= {2}\w)/m, /^ {2}examples: \[\n[\s\S]*?^ {2}\],\n/m];

/** Leaves out the texts of rule pages: a server has links to them. They were 4 % of it. */
export const withoutRulePages: Plugin = {
  name: 'without-rule-pages',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]server[\\/]src[\\/]rules[\\/][\w-]+\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      if (!source.includes(' = defineRule({')) return undefined;
      const missing = onPages.find((property) => !property.test(source));
      if (missing) return { errors: [{ text: `${path}: a rule without ${missing.source}` }] };
      return {
        contents: onPages.reduce((text, property) => text.replace(property, ''), source),
        loader: 'ts',
      };
    });
  },
};
