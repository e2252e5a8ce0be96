import { readFile } from 'node:fs/promises';
import { SourceMap } from 'node:module';
import path from 'node:path';
import { root } from '../../tools/editor/editions.ts';

/** Maps the positions in a stack from the bundle in `folder` to the sources, and drops the frames of mocha. */
export async function stackReader(folder: string): Promise<(text: string) => string> {
  const map = new SourceMap(JSON.parse(await readFile(path.join(folder, 'tests.js.map'), 'utf8')));
  return (text) =>
    text
      .split('\n')
      .map((line) =>
        line.replace(
          /(?:[^\s(]*\/)?tests\.js(#vscode-extension)?:(\d+):(\d+)/,
          (match, evaluated, row, column) => {
            // The web host evaluates the script inside a function, whose head takes two lines.
            const entry = map.findEntry(Number(row) - (evaluated ? 3 : 1), Number(column) - 1);
            if (!('originalSource' in entry)) return match;
            const source = path.relative(root, path.resolve(folder, entry.originalSource));
            return `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
          },
        ),
      )
      .filter((line) => !/^\s+at .*(node_modules\/mocha\/|\(node:internal)/.test(line))
      .join('\n');
}
