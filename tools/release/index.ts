import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../build/bundle.ts';
import { vsixPath } from '../build/vsix.ts';
import { addressVariable, fillIn, keepManifests } from './address.ts';
import { sectionsOf } from './changelog.ts';
import { faultsOf, hindrancesOf, type ReleaseState } from './checks.ts';
import { type Content, extensionContent, serverContent } from './content.ts';
import { environmentOf, type Step, stepsOf } from './steps.ts';

const usage = `Usage: npm run release -- [--dry-run | --fill-in]

Publishes the version of package.json on the Visual Studio Marketplace, on Open VSX and on npm. It needs a clean tree on
main, a section of CHANGELOG.md, and in the environment VSCE_PAT, OVSX_PAT, NODE_AUTH_TOKEN and the address of the repository,
HOTFIX_CONFIG_REPOSITORY.

  --dry-run   builds, and shows each step with what it would publish; publishes nothing and needs no tokens
  --fill-in   only writes the address of the repository into the manifests; a release does, and restores them
  --help      shows this`;

function stateOf(): ReleaseState {
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trimEnd();
  return {
    extension: JSON.parse(read('package.json')),
    server: JSON.parse(read('server/package.json')),
    changelog: sectionsOf(read('CHANGELOG.md')),
    branch: git('branch', '--show-current'),
    changed: git('status', '--porcelain')
      .split('\n')
      .flatMap((line) => (line === '' ? [] : [line.slice(3)])),
    env: process.env,
    nodeMajor: Number(process.versions.node.split('.')[0]),
  };
}

async function rehearse(state: ReleaseState): Promise<void> {
  const faults = faultsOf(state);
  if (faults.length > 0) {
    refuse(faults);
    return;
  }
  const hindrances = hindrancesOf(state);
  if (hindrances.length > 0) print('A real release would be refused here and now:', hindrances);
  run({ name: 'Package', command: ['npm', 'run', 'package'] });
  print(`Release notes of ${state.extension.version}, from CHANGELOG.md:`, [notesOf(state)]);
  const contents = { extension: await extensionContent(), server: serverContent() };
  const shown = new Set<string>();
  for (const [i, { name, command, publishes }] of stepsOf(vsixPath()).entries()) {
    const files = publishes && (shown.has(publishes) ? ['the same package'] : listOf(contents[publishes]));
    if (publishes) shown.add(publishes);
    print(`${i + 1}. ${name}`, [command.join(' '), ...(files ?? [])]);
  }
  console.log('\nNothing was published.');
}

function release(state: ReleaseState): void {
  const reasons = [...faultsOf(state), ...hindrancesOf(state)];
  if (reasons.length > 0) {
    refuse(reasons);
    return;
  }
  const restore = keepManifests();
  try {
    for (const step of stepsOf(vsixPath(), process.env)) {
      console.log(`\n── ${step.name}: ${step.command.join(' ')}`);
      run(step);
    }
  } finally {
    restore();
  }
  print(`Version ${state.extension.version} is out. Its notes:`, [notesOf(state)]);
}

function notesOf({ changelog, extension }: ReleaseState): string {
  return changelog.find(({ version }) => version === extension.version)?.notes ?? '';
}

function run(step: Step): void {
  const [command = '', ...args] = step.command;
  const shell = process.platform === 'win32';
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell,
    env: { ...environmentOf(step, process.env) },
  });
  if (error) throw error;
  if (status !== 0)
    throw new Error(`"${[command, ...args].join(' ')}" ended with ${status}: the release stops here.`);
}

function listOf({ files, packed }: Content): string[] {
  const sum = `${files.length} files, ${kilobytes(packed)} KB packed:`;
  return [sum, ...files.map(({ path, size }) => `${kilobytes(size).padStart(9)} KB  ${path}`)];
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}

function print(head: string, lines: readonly string[]): void {
  console.log(`\n${head}\n${lines.map((line) => line.replace(/^(?=.)/gm, '  ')).join('\n')}`);
}

function refuse(reasons: readonly string[]): void {
  for (const reason of reasons) console.error(reason);
  console.error('Nothing was published.');
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const flag = { type: 'boolean' } as const;
  const { values } = parseArgs({ options: { 'dry-run': flag, 'fill-in': flag, help: flag } });
  if (values.help) return console.log(usage);
  if (values['fill-in']) return fillIn(process.env[addressVariable] ?? '');
  if (values['dry-run']) await rehearse(stateOf());
  else release(stateOf());
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
