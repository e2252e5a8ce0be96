import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { canInstallPackages, installPackages } from '../../tools/editor/apt.ts';
import { root } from '../../tools/editor/editions.ts';
import { canUnpack } from '../../tools/editor/unpack.ts';
import { editors, isInstalled } from './editors.ts';

/** The exit status of a test suite that could not run. */
const notRun = 77;

install();
const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--root', root, '--config', path.join(root, 'test/editors/vitest.config.mts')],
  { stdio: 'inherit' },
);
const missing = editors.filter((editor) => !isInstalled(editor));
for (const { name, packages, unpacked } of missing) {
  const more = unpacked ? `, and Debian ${unpacked.release} has ${unpacked.package}` : '';
  console.error(`NOT RUN: ${name} is not on this machine. Debian has it: ${packages.join(' ')}${more}`);
}
process.exitCode = status !== 0 ? (status ?? 1) : missing.length > 0 ? notRun : 0;

function install(): void {
  const absent = editors.filter((editor) => !isInstalled(editor));
  const packages = absent.flatMap((editor) => editor.packages);
  if (packages.length > 0 && canInstallPackages())
    attempt(`Installing ${packages.join(', ')} (apt-get), in which the server is tried …`, () =>
      installPackages(packages),
    );
  for (const { name, unpacked } of absent)
    if (unpacked && canUnpack())
      attempt(`Unpacking ${name} from Debian ${unpacked.release} …`, () => unpacked.unpack());
}

function attempt(what: string, work: () => void): void {
  console.log(what);
  try {
    work();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
  }
}
