import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from '../../scripts/editor/editions.ts';
import { editors, isInstalled } from './editors.ts';
import { installEditors } from './install.ts';

/** What a test suite ends with that could not run: it has neither passed nor failed. */
const notRun = 77;

installEditors(console.log);
const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--root', root, '--config', path.join(root, 'test/editors/vitest.config.mts')],
  { stdio: 'inherit' },
);
const missing = editors.filter((editor) => !isInstalled(editor));
for (const { name, packages } of missing) {
  console.error(
    `NOT RUN: ${name} is not on this machine. Debian has it: apt-get install ${packages.join(' ')}`,
  );
}
process.exitCode = status !== 0 ? (status ?? 1) : missing.length > 0 ? notRun : 0;
