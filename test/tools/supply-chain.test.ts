import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { stepsOf } from '../../tools/release/steps.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
  .split('\0')
  .filter(Boolean);

interface LockedPackage {
  readonly link?: boolean;
  readonly resolved?: string;
  readonly integrity?: string;
}

const lockfiles = tracked.filter((path) => /(?:^|\/)(?:package-lock|npm-shrinkwrap)\.json$/.test(path));
const actions = tracked.filter((path) =>
  /^\.github\/(?:workflows|actions)\/.*\.ya?ml$|(?:^|\/)action\.ya?ml$/.test(path),
);

/** Every string under a key with that name, at any depth. */
function valuesOf(key: string, value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === key && typeof inner === 'string' ? [inner] : valuesOf(key, inner),
  );
}

describe('the installed packages are those of the lockfile', () => {
  it.each(lockfiles)('%s has a hash for every package, those for other platforms included', (path) => {
    const { packages }: { packages: Record<string, LockedPackage> } = JSON.parse(read(path));
    const fetched = Object.entries(packages).filter(([folder]) => /(?:^|\/)node_modules\//.test(folder));
    expect(fetched.length).toBeGreaterThan(50);
    const unlocked = fetched.filter(([, { link, integrity }]) => !link && !/^sha512-/.test(integrity ?? ''));
    expect(unlocked.map(([folder]) => folder)).toEqual([]);
  });

  it('has a lockfile for the repository and for each editor that is fetched', () => {
    expect(lockfiles).toEqual(
      expect.arrayContaining([
        'package-lock.json',
        'tools/release/publishers/package-lock.json',
        expect.stringMatching(/^tools\/editor\/code-server-/),
      ]),
    );
  });
});

describe('pipelines only run reviewed code', () => {
  it.each(actions)('%s pins actions to a commit, with the version in a comment', (path) => {
    const used = parseAllDocuments(read(path)).flatMap((document) => valuesOf('uses', document.toJS()));
    const lines = read(path).split('\n');
    for (const name of used.filter((one) => !one.startsWith('./'))) {
      expect(name).toMatch(/^[\w.-]+(?:\/[\w.-]+)+@[0-9a-f]{40}$/);
      const ofName = lines.filter((line) => line.includes(name));
      expect(ofName).not.toEqual([]);
      for (const line of ofName) expect(line).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    }
  });

  it('includes the workflow and the action', () => {
    expect(actions).toEqual(expect.arrayContaining(['.github/workflows/ci.yml', 'action.yml']));
  });
});

describe('the update bot', () => {
  interface Update {
    readonly 'package-ecosystem': string;
    readonly directory?: string;
    readonly directories?: readonly string[];
    readonly schedule: { readonly interval: string };
    readonly groups: Readonly<Record<string, { readonly patterns: readonly string[] }>>;
  }
  const { version, updates }: { version: number; updates: readonly Update[] } = parse(
    read('.github/dependabot.yml'),
  );
  const foldersOf = (ecosystem: string) =>
    updates
      .filter((update) => update['package-ecosystem'] === ecosystem)
      .flatMap(({ directory, directories }) => directories ?? directory ?? []);

  it('sees each lockfile except those of the editors, which stay at the version of their folder', () => {
    const locked = lockfiles
      .filter((path) => !/^tools\/editor\/code-server-[\d.]+\//.test(path))
      .map((path) => `/${path.replace(/\/?[^/]+$/, '')}`);
    expect(foldersOf('npm').toSorted()).toEqual(locked.toSorted());
    expect(foldersOf('github-actions')).toEqual(['/']);
  });

  it('opens grouped pull requests once a week', () => {
    expect(version).toBe(2);
    for (const { schedule, groups } of updates) {
      expect(schedule.interval).toBe('weekly');
      expect(Object.values(groups).map(({ patterns }) => patterns)).toEqual([['*']]);
    }
  });
});

it('runs no program of a registry that no lockfile names', () => {
  const programs = tracked.filter(
    (path) =>
      /^(?:\.github|\.ci|tools|bench)\//.test(path) || /(?:^|\/)(?:package\.json|action\.yml)$/.test(path),
  );
  const floating = programs.flatMap((path) =>
    read(path)
      .split('\n')
      .filter((line) => /\bnpx\b(?! --no )|\bnpm (?:exec|x|init|create)\b/.test(line))
      .map((line) => `${path}: ${line.trim()}`),
  );
  expect(floating).toEqual([]);
});

describe('the workflow of a release', () => {
  interface Job {
    readonly environment?: string;
    readonly permissions?: Readonly<Record<string, string>>;
    readonly steps: readonly {
      readonly uses?: string;
      readonly run?: string;
      readonly env?: Readonly<Record<string, string>>;
    }[];
  }
  const workflow: { permissions: object; jobs: Readonly<Record<string, Job>> } = parse(
    read('.github/workflows/release.yml'),
  );
  const jobs = Object.values(workflow.jobs);

  it('needs no secret, so that none can be missing or lost', () => {
    expect(read('.github/workflows/release.yml')).not.toMatch(/secrets\b|_PAT\b|TOKEN/);
    const [publish] = jobs.filter(({ permissions }) => permissions);
    expect(publish?.permissions).toEqual({
      contents: 'read',
      'id-token': 'write',
      attestations: 'write',
    });
  });

  it('takes the address of the repository from GitHub', () => {
    const addresses = jobs.flatMap(({ steps }) =>
      steps.flatMap(({ env }) => env?.['HOTFIX_CONFIG_REPOSITORY'] ?? []),
    );
    expect(addresses.join()).toMatch(/^\$\{\{ github\.server_url \}\}\/\$\{\{ github\.repository \}\}$/);
  });

  it('publishes as "npm run release" does, with provenance', () => {
    const env = { ACTIONS_ID_TOKEN_REQUEST_URL: 'a' };
    const published = stepsOf(join(root, 'dist/*.vsix'), env).filter(({ publishes }) => publishes);
    const commands = jobs.flatMap(({ steps }) => steps.map(({ run }) => run?.trim()));
    // Without "./" npm takes "dist/a.tgz" for a repository on GitHub.
    for (const { command } of published)
      expect(commands).toContain(command.join(' ').replace('./server', './dist/*.tgz'));
    expect(JSON.stringify(workflow)).toContain('actions/attest-build-provenance@');
  });

  it('lets no job that installs or builds act in the name of the repository', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    const trusted = jobs.filter(({ permissions }) => permissions);
    expect(trusted.map(({ environment }) => environment)).toEqual(['release']);
    const commands = trusted.flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
    expect(commands.filter((command) => /npm (?:run|test|start)|tsx/.test(command))).toEqual([]);
    for (const command of commands.filter((one) => /npm (?:ci|install|publish)/.test(one)))
      expect(command).toContain('--ignore-scripts');
  });
});
