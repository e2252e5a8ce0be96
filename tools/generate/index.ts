import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { root } from '../build/bundle.ts';
import { actionBundle } from '../build/bundle-action.ts';
import { actionLaunchers } from '../build/launcher.ts';
import { apiDeclarations } from './api-declarations.ts';
import { withSettings } from './manifest.ts';
import { notices } from './notices.ts';
import { rulePages } from './rule-pages.ts';
import { schemas } from './schemas.ts';

/** Every generated file and its content, by path from the root. */
async function generate(): Promise<ReadonlyMap<string, string>> {
  const read = (path: string) => readFile(join(root, path), 'utf8');
  return new Map([
    ...schemas(),
    ...rulePages(),
    ...apiDeclarations(),
    ...(await notices()),
    await actionBundle(),
    ...actionLaunchers,
    ['package.json', withSettings(await read('package.json'))],
  ]);
}

async function main(): Promise<void> {
  const files = await generate();
  const check = process.argv.includes('--check');
  const stale: string[] = [];
  for (const [path, content] of files) {
    const file = join(root, path);
    if ((await readFile(file, 'utf8').catch(() => '')) === content) continue;
    stale.push(path);
    if (check) continue;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content, content.startsWith('#!') ? { mode: 0o755 } : {});
  }
  for (const path of await leftovers(files)) {
    stale.push(path);
    if (!check) await rm(join(root, path));
  }
  if (stale.length === 0) return console.log(`${files.size} generated files are as the code writes them.`);
  for (const path of stale) console.log(`${check ? 'stale' : 'wrote'}: ${path}`);
  if (check) {
    console.error('Run `npm run generate` and commit what it writes.');
    process.exitCode = 1;
  }
}

/** Outdated files in the generated folders, such as the page of a renamed rule. */
async function leftovers(files: ReadonlyMap<string, string>): Promise<string[]> {
  const folders = ['schemas', 'docs/rules', 'action'];
  const names = await Promise.all(
    folders.map(async (folder) => {
      const found = await readdir(join(root, folder)).catch(() => []);
      return found.map((name) => `${folder}/${name}`);
    }),
  );
  return names.flat().filter((path) => !files.has(path));
}

void main();
