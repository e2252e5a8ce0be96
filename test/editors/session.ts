import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Editor, Recipe } from './editors.ts';

const root = join(import.meta.dirname, '../..');

export interface ShownFinding {
  readonly rule: string;
  readonly message: string;
  /** The text that is marked. */
  readonly marked: string;
}

/** What a user saw in an editor, step by step. */
export interface Session {
  readonly version: string;
  readonly findings: readonly ShownFinding[];
  readonly hover: string;
  readonly offered: readonly string[];
  readonly fixed: string;
  readonly left: readonly ShownFinding[];
  readonly normal: string;
  readonly completion: readonly string[];
  readonly completed: string;
}

/** Configures an editor with its recipe, and drives it with a config in an empty folder. */
export async function run(editor: Editor, config: string, project: string): Promise<Session> {
  const folder = mkdtempSync(join(tmpdir(), 'editor-'));
  try {
    const inFolder = (name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    inFolder('.hotfixrc.json', project);
    const recipe = inFolder(`recipe.${editor.recipe.language}`, recipeOf(editor.recipe));
    const results = join(folder, 'results.json');
    symlinkSync(join(root, 'server/dist/node.js'), join(folder, 'hotfix-language-server'));
    const command = editor.start(recipe, inFolder('aks-node-controller-hotfix.json', config));
    // Without the user's own configuration.
    const env = {
      PATH: [folder, process.env['PATH'] ?? ''].join(delimiter),
      LANG: 'C.UTF-8',
      HOME: folder,
      RESULTS: results,
    };
    const output = await outputOf(command, folder, env);
    const session: Session & { failure?: string } = existsSync(results)
      ? JSON.parse(readFileSync(results, 'utf8'))
      : { failure: 'it wrote no results' };
    if (session.failure === undefined) return session;
    throw new Error(`${editor.name}: ${session.failure}\n${JSON.stringify(session, null, 2)}\n${output}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The code that a reader of the page would copy. */
export function recipeOf({ heading, language, contains = '' }: Recipe): string {
  const page = readFileSync(join(root, 'docs/editors.md'), 'utf8');
  const section = page.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  const recipes = section.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'));
  const recipe = [...recipes].map(([, code = '']) => code).find((code) => code.includes(contains));
  if (recipe === undefined)
    throw new Error(`docs/editors.md has no recipe in ${language} under "## ${heading}".`);
  return recipe;
}

function outputOf([command = '', ...args]: readonly string[], cwd: string, env: NodeJS.ProcessEnv) {
  return new Promise<string>((resolve, reject) => {
    // A group of its own, so that a server that outlives its editor ends with it.
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    const end = () => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL');
    const limit = setTimeout(end, 120_000);
    child.once('error', reject);
    child.once('close', () => {
      clearTimeout(limit);
      resolve(output);
    });
  });
}
