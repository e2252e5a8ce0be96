import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Edition, type Editor, editorIn, root } from './editions.ts';
import { NoEditorError, placeNativeParts } from './native-parts.ts';
import { npm } from './npm.ts';

const cache = path.join(root, '.vscode-test');
const recipes = path.join(root, 'tools/editor');
const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

/**
 * The edition, from `.vscode-test/` or fetched into it first. Each process fetches into its own folder and renames that at
 * the end, so an interrupted or a concurrent fetch never leaves an incomplete editor.
 */
export async function fetchEditor(
  edition: Edition,
  report: (line: string) => void,
  stop?: AbortSignal,
): Promise<Editor> {
  if (process.platform === 'win32') {
    throw new NoEditorError('VS Code cannot run as a server on Windows outside of WSL.');
  }
  const folder = path.join(cache, `${edition.name}-${await recipeOf(edition)}`);
  if (!existsSync(path.join(folder, 'complete'))) {
    report(
      `Fetching VS Code ${edition.vscode} (${edition.name} from npm, once, ${edition.megabytes} MB in .vscode-test/) …`,
    );
    await removeAbandoned();
    const staging = path.join(cache, `staging-${process.pid}-${edition.name}`);
    await build(edition, staging, report, stop);
    await claim(staging, folder);
  }
  return editorIn(folder, edition);
}

// A change of the lockfile, of a stand-in or of the steps gives a new folder, so an old recipe is never used.
async function recipeOf(edition: Edition): Promise<string> {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}`);
  const files = [`${edition.name}/package.json`, `${edition.name}/package-lock.json`];
  const standIns = ['stand-ins/spdlog.cjs', 'stand-ins/native-watchdog.cjs'];
  for (const file of [...files, ...standIns, 'fetch.ts', 'native-parts.ts']) {
    hash.update(await readFile(path.join(recipes, file)));
  }
  return hash.digest('hex').slice(0, 8);
}

async function build(
  edition: Edition,
  staging: string,
  report: (line: string) => void,
  stop?: AbortSignal,
): Promise<void> {
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) {
    await copyFile(path.join(recipes, edition.name, file), path.join(staging, file));
  }
  if (!(await takePackages(edition, staging))) await npm(['ci', ...quiet], staging, stop);
  report('  its own modules …');
  const server = path.join(staging, 'node_modules/code-server/lib/vscode');
  // Not `npm ci`, which refuses the lockfile of code-server because a module is missing. `npm install` adds it.
  await npm(['install', '--omit=dev', ...quiet], server, stop);
  await placeNativeParts(staging, server);
  await writeFile(path.join(staging, 'complete'), '');
}

/** Moves what tools/setup.mjs has fetched, beside this project's own packages, to where it is built up. */
async function takePackages(edition: Edition, staging: string): Promise<boolean> {
  const folder = path.join(cache, `packages-${edition.name}`);
  if (!existsSync(path.join(folder, 'complete'))) return false;
  const lockfile = 'package-lock.json';
  const [fetched, wanted] = await Promise.all(
    [folder, staging].map((of) => readFile(path.join(of, lockfile))),
  );
  try {
    if (!fetched?.equals(wanted ?? Buffer.alloc(0))) return false;
    await rename(path.join(folder, 'node_modules'), path.join(staging, 'node_modules'));
    return true;
  } catch {
    // Another process was faster.
    return false;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function claim(staging: string, folder: string): Promise<void> {
  try {
    await rename(staging, folder);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    // Another process was faster. Its copy is the same.
    if (!existsSync(path.join(folder, 'complete'))) throw error;
  }
}

async function removeAbandoned(): Promise<void> {
  await mkdir(cache, { recursive: true });
  for (const name of await readdir(cache)) {
    const owner = /^staging-(\d+)-/.exec(name)?.[1];
    if (owner && !isRunning(Number(owner)))
      await rm(path.join(cache, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
