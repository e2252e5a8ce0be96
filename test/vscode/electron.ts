import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath } from '@vscode/test-electron';
import { type Edition, oldest, root } from '../../tools/editor/editions.ts';
import { endTree, spawnTree } from '../../tools/editor/process-tree.ts';
import { createProfile, type Profile, removeProfile } from '../../tools/editor/profile.ts';
import { suiteSettings } from '../../tools/editor/settings.ts';
import { bundleSuite } from './bundle.ts';
import { fixture, links } from './fixture.ts';
import type { RunOptions } from './options.ts';
import { parseResult } from './result-line.ts';
import { type Results, silenceLimit } from './results.ts';
import { stackReader } from './stack.ts';
import { createWorkspace } from './workspace.ts';

/** Runs the suite against the installed extension in a desktop VS Code, which is downloaded unless the environment names one. */
export async function runInElectron(
  { vsix, edition, only, verbose }: RunOptions,
  results: Results,
): Promise<void> {
  const executable = await desktopEditor(edition);
  const profile = await createProfile(suiteSettings);
  const workspace = await createWorkspace(fixture, links);
  try {
    const suite = path.join(profile.folder, 'suite');
    await bundleSuite(suite, 'node', { only });
    results.readStack = await stackReader(suite);
    const [cli = executable, ...leading] = resolveCliArgsFromVSCodeExecutablePath(executable, {
      reuseMachineInstall: true,
    });
    const installed = await run(
      cli,
      [...leading, '--install-extension', vsix, '--force', ...foldersOf(profile)],
      () => {},
    );
    if (installed !== 0) throw new Error(`VS Code did not install ${vsix} (exit code ${installed}).`);
    const code = await run(executable, windowArguments(workspace.folder, suite, profile), (line) => {
      const event = parseResult(line);
      if (event) results.add(event);
      else if (verbose) console.log(`    ${line}`);
    });
    if (code !== 0 && !results.hasFailures) results.fail(`VS Code ended with exit code ${code}.`);
  } finally {
    await workspace.remove();
    await removeProfile(profile);
  }
}

async function desktopEditor(edition: Edition): Promise<string> {
  const asked = process.env['VSCODE_EXECUTABLE_PATH'];
  if (asked) {
    if (existsSync(asked)) return asked;
    throw new Error(`VSCODE_EXECUTABLE_PATH names "${asked}", which does not exist. THE SUITE DID NOT RUN.`);
  }
  const version = edition === oldest ? `${edition.vscode}.0` : 'stable';
  try {
    return await downloadAndUnzipVSCode({ version, cachePath: path.join(root, '.vscode-test') });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `THE SUITE DID NOT RUN: VS Code ${version} could not be downloaded (${reason}). ` +
        'Name an installed one with VSCODE_EXECUTABLE_PATH, or run "npm run test:vscode", which needs only the npm registry.',
    );
  }
}

function foldersOf(profile: Profile): string[] {
  return [`--user-data-dir=${profile.userData}`, `--extensions-dir=${profile.extensions}`];
}

function windowArguments(folder: string, suite: string, profile: Profile): string[] {
  return [
    folder,
    `--extensionDevelopmentPath=${suite}`,
    `--extensionTestsPath=${path.join(suite, 'tests')}`,
    ...foldersOf(profile),
    '--no-sandbox',
    '--disable-gpu-sandbox',
    '--disable-updates',
    '--disable-workspace-trust',
    '--disable-telemetry',
    '--skip-welcome',
    '--skip-release-notes',
  ];
}

/** Runs a program, line by line, and returns its exit code. If it prints nothing for too long, it is ended and fails. */
async function run(command: string, args: readonly string[], heard: (line: string) => void): Promise<number> {
  const shell = process.platform === 'win32';
  const quote = (text: string) => (shell ? `"${text}"` : text);
  const child = spawnTree(quote(command), args.map(quote), {
    // This variable is set in a terminal of VS Code. It would make this VS Code a plain Node.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: undefined },
    stdio: ['ignore', 'pipe', 'inherit'],
    shell,
  });
  try {
    return await new Promise((resolve, reject) => {
      const silence = setTimeout(
        () => reject(new Error(`VS Code hangs: nothing was heard of it for ${silenceLimit / 1000} s.`)),
        silenceLimit,
      ).unref();
      child.once('error', reject);
      child.once('close', (code, signal) =>
        signal ? reject(new Error(`VS Code was ended by ${signal}.`)) : resolve(code ?? 1),
      );
      if (!child.stdout) return;
      createInterface(child.stdout).on('line', (line) => {
        silence.refresh();
        heard(line);
      });
    });
  } finally {
    await endTree(child);
  }
}
