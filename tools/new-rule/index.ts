import { join, relative } from 'node:path';
import { root } from '../build/bundle.ts';
import { scaffold } from './scaffold.ts';

async function main([id, ...rest]: readonly string[]): Promise<void> {
  if (id === undefined || rest.length > 0) throw new RangeError('Usage: npm run new-rule ID');
  const file = relative(root, await scaffold(join(root, 'server/src/rules'), id));
  console.log(`wrote: ${file}, and its line at the end of server/src/rules/index.ts

1. Fill in what says TODO, the check and the example: the carets mark what the rule finds.
2. Move its line in index.ts to where it belongs in the documentation.
3. Add each message to a table in test/rules/message-texts*.ts.
4. npm run generate && npm run test:unit`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof RangeError)) throw error;
  console.error(`error: ${error.message}`);
  process.exitCode = 2;
});
