import path from 'node:path';
import { root } from './editions.ts';
import { endTree, spawnTree } from './process-tree.ts';

/** Runs npm in a folder. Prints nothing unless it fails; then the error has the end of npm's output. */
export async function npm(args: readonly string[], cwd: string, stop?: AbortSignal): Promise<void> {
  stop?.throwIfAborted();
  const [command, leading] = npmCommand();
  const child = spawnTree(command, [...leading, ...args], {
    cwd,
    env: { ...process.env, NODE_OPTIONS: `--require ${JSON.stringify(endWithParent)}` },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: leading.length === 0 && process.platform === 'win32',
  });
  let output = '';
  const collect = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-4000);
  };
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  const end = () => void endTree(child, 1000);
  stop?.addEventListener('abort', end);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  stop?.removeEventListener('abort', end);
  stop?.throwIfAborted();
  if (code !== 0) throw new Error(`"npm ${args.join(' ')}" failed in ${cwd}:\n${output.trim()}`);
}

const endWithParent = path.join(root, 'tools/editor/stand-ins/end-with-parent.cjs');

// In an npm script, the path of npm is known. `npm.cmd` on Windows would need a shell.
function npmCommand(): [string, string[]] {
  const script = process.env['npm_execpath'];
  return script?.endsWith('npm-cli.js') ? [process.execPath, [script]] : ['npm', []];
}
