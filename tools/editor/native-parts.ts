import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { root } from './editions.ts';

/** Raised where VS Code cannot run as a server at all. */
export class NoEditorError extends Error {}

const platform = `${process.platform}-${process.arch}`;

/**
 * Puts in place what the editor's packages would compile or download while they are installed: ready-made binaries, which the outer
 * folder has as packages of their own, and stand-ins for optional parts.
 */
export async function placeNativeParts(outer: string, server: string): Promise<void> {
  const modules = path.join(server, 'node_modules');
  await placeRipgrep(outer, path.join(modules, '@vscode/ripgrep'));
  await placeTerminal(outer, path.join(modules, 'node-pty'));
  await replaceNativeModules(modules);
}

// Without it `findFiles` fails. From 1.101 on another package has it, with the binaries inside.
async function placeRipgrep(outer: string, ripgrep: string): Promise<void> {
  if (!existsSync(ripgrep)) return;
  const packaged = path.join(outer, `node_modules/@vscode/ripgrep-${platform}/bin`);
  if (!existsSync(packaged)) throw new NoEditorError(`VS Code's search has no binary for ${platform}.`);
  await copyBinaries(packaged, path.join(ripgrep, 'bin'));
}

// Only the terminal needs it, so a platform without it can continue.
async function placeTerminal(outer: string, terminal: string): Promise<void> {
  const packaged = path.join(outer, `node_modules/@lydell/node-pty-${platform}`);
  if (existsSync(packaged)) await copyBinaries(packaged, path.join(terminal, 'build/Release'));
}

async function copyBinaries(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const name of await readdir(from)) {
    if (!['rg', 'pty.node', 'spawn-helper'].includes(name)) continue;
    await copyFile(path.join(from, name), path.join(to, name));
    await chmod(path.join(to, name), 0o755);
  }
}

async function replaceNativeModules(modules: string): Promise<void> {
  const standIns = {
    '@vscode/spdlog': 'spdlog',
    'native-watchdog': 'native-watchdog',
    '@vscode/native-watchdog': 'native-watchdog',
  };
  for (const [name, standIn] of Object.entries(standIns)) {
    const entry = path.join(modules, name, 'index.js');
    if (existsSync(entry)) await copyFile(path.join(root, `tools/editor/stand-ins/${standIn}.cjs`), entry);
  }
}
