import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const built = ['server/dist/server.js', 'server/dist/cli.js', 'server/dist/api.js', 'client/dist/node.js'];

/** Ends a run that has no build at once, instead of with a failure of each test. Vitest cannot print an error of a setup. */
export default function requireBuild(): void {
  const missing = built.find((file) => !existsSync(join(root, file)));
  if (missing === undefined) return;
  console.error(`error: these tests need a build, and ${missing} is missing\nhint: run "npm run build"`);
  process.exit(1);
}
