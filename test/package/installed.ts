import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

/** Where the package is installed from its tarball. */
export interface Installed {
  readonly folder: string;
  /** The name of the tarball. */
  readonly tarball: string;
  /** The paths of the files in the tarball. */
  readonly files: readonly string[];
  write(name: string, text: string): void;
  run(command: string, ...args: string[]): SpawnSyncReturns<string>;
  remove(): void;
}

/** Packs the built package and installs it without a network. */
export function installPackage(): Installed {
  const folder = mkdtempSync(join(tmpdir(), 'package-'));
  const run = (command: string, ...args: string[]) => runIn(folder, command, ...args);
  const pack = runIn(join(root, 'server'), 'npm', 'pack', '--json', '--pack-destination', folder);
  const [{ filename, files }]: [{ filename: string; files: { path: string }[] }] = JSON.parse(pack.stdout);
  // Without it, npm installs into the next folder above that has one.
  writeFileSync(join(folder, 'package.json'), '{}');
  const install = run('npm', 'install', '--offline', '--no-audit', '--no-fund', `./${filename}`);
  if (install.status !== 0) throw new Error(`npm install failed:\n${install.stderr}`);
  return {
    folder,
    tarball: filename,
    files: files.map(({ path }) => path),
    write: (name, text) => writeFileSync(join(folder, name), text),
    run,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function runIn(cwd: string, command: string, ...args: string[]): SpawnSyncReturns<string> {
  // On Windows, npm and npx are shell scripts.
  const shell = process.platform === 'win32' && command !== process.execPath;
  const result = spawnSync(command, args, { cwd, encoding: 'utf8', shell });
  if (result.error) throw result.error;
  return result;
}
