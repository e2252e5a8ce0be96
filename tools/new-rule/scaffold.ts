import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Writes a working rule that finds one made-up base, and adds it to the list. Returns the file to fill in. Throws a
 * `RangeError` for an invalid id.
 */
export async function scaffold(folder: string, id: string): Promise<string> {
  if (!/^[a-z]+(?:-[a-z]+)+$/.test(id))
    throw new RangeError(
      `"${id}" is not a rule id. Use lower-case words with dashes, such as "empty-patch".`,
    );
  const file = join(folder, `${id}.ts`);
  const index = join(folder, 'index.ts');
  const name = id.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const listed = withRule(await readFile(index, 'utf8'), id, name);
  await writeFile(file, template(id, name), { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? new RangeError(`The rule "${id}" exists: ${file}`) : error;
  });
  await writeFile(index, listed);
  return file;
}

/** The list of rules with the new one at the end. Its import is sorted. */
function withRule(index: string, id: string, name: string): string {
  const lines = index.split('\n');
  const isImport = (line: string) => line.startsWith('import ');
  const path = (line: string) => /'(.*)'/.exec(line)?.[1] ?? '';
  const imports = [...lines.filter(isImport), `import { ${name} } from './${id}.ts';`];
  imports.sort((a, b) => (path(a) < path(b) ? -1 : 1));
  const rest = lines.filter((line) => !isImport(line)).join('\n');
  return `${imports.join('\n')}\n${rest.replace(/\n\];/, `\n  ${name},\n];`)}`;
}

function template(id: string, name: string): string {
  return `import { keyRange } from '../model/index.ts';
import { defineRule } from './rule.ts';

export const ${name} = defineRule({
  id: '${id}',
  level: 'warning',
  summary: 'an entry that TODO',
  why: \`TODO: what nodes do because of it, and why that matters.\`,
  messages: {
    found: '{key} is not TODO, so nodes do not upgrade. Correct it.',
  },
  examples: [
    {
      before: \`
{ "hotfixes": { "209912.31": "209912.31.1" } }
                 ^^^^^^^^^ ${id}\`,
    },
  ],
  check({ analysis, seen, report }) {
    for (const { key } of seen.versionProperties) {
      if (key.value !== '209912.31') continue;
      report({ at: keyRange(analysis.source, key), messageId: 'found', data: { key: key.value } });
    }
  },
});
`;
}
