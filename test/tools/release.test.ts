import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../tools/build/bundle.ts';
import { withAddress } from '../../tools/release/address.ts';
import { sectionsOf } from '../../tools/release/changelog.ts';
import { faultsOf, hindrancesOf, type ReleaseState } from '../../tools/release/checks.ts';
import { environmentOf, stepsOf } from '../../tools/release/steps.ts';

const changelog = `# Changelog

## [Unreleased]

## [0.2.0] - 2027-01-31

### Added

- A second thing.

## [0.1.0]

- A first thing.
`;

const ready: ReleaseState = {
  extension: { version: '0.2.0' },
  server: { version: '0.2.0' },
  changelog: sectionsOf(changelog),
  branch: 'main',
  changed: [],
  env: {
    VSCE_PAT: 'a',
    OVSX_PAT: 'b',
    NODE_AUTH_TOKEN: 'c',
    HOTFIX_CONFIG_REPOSITORY: 'https://example.com/hotfix',
  },
  nodeMajor: 22,
};

describe('the changelog', () => {
  it('has a section for each version, the newest first, with its notes', () => {
    expect(sectionsOf(changelog)).toEqual([
      { version: 'Unreleased', notes: '' },
      { version: '0.2.0', notes: '### Added\n\n- A second thing.' },
      { version: '0.1.0', notes: '- A first thing.' },
    ]);
  });
});

describe('a tree', () => {
  const faultsWith = (change: Partial<ReleaseState>) => faultsOf({ ...ready, ...change });

  it('that agrees with itself has no fault', () => {
    expect(faultsOf(ready)).toEqual([]);
  });

  it.each<[string, Partial<ReleaseState>, string]>([
    [
      'of a version that the changelog does not begin with',
      { extension: { version: '0.3.0' }, server: { version: '0.3.0' } },
      'package.json is of version 0.3.0, and the newest section of CHANGELOG.md is [0.2.0]: make them agree.',
    ],
    [
      'without a section for any version',
      { changelog: sectionsOf('# Changelog\n\n## [Unreleased]\n') },
      'package.json is of version 0.2.0, and the newest section of CHANGELOG.md is missing: make them agree.',
    ],
    [
      'whose section says nothing',
      { changelog: sectionsOf('## [0.2.0]\n\n## [0.1.0]\n\n- A first thing.\n') },
      'CHANGELOG.md says nothing about 0.2.0: write what is new.',
    ],
    [
      'with changes of no version',
      { changelog: sectionsOf(changelog.replace('## [0.2.0]', '- A third thing.\n\n## [0.2.0]')) },
      'CHANGELOG.md has changes under [Unreleased]: move them into the section of 0.2.0.',
    ],
    [
      'whose packages are of two versions',
      { server: { version: '0.1.0' } },
      'server/package.json is of version 0.1.0, and package.json of 0.2.0: make them agree.',
    ],
  ])('%s has one', (_, change, fault) => {
    expect(faultsWith(change)).toEqual([fault]);
  });
});

describe('a release', () => {
  const hindrancesWith = (change: Partial<ReleaseState>) => hindrancesOf({ ...ready, ...change });

  it('is let through where nothing is in its way', () => {
    expect(hindrancesOf(ready)).toEqual([]);
  });

  it.each<[string, Partial<ReleaseState>, RegExp]>([
    ['from another branch', { branch: 'topic' }, /^On branch "topic": release from main\.$/],
    ['from a detached HEAD', { branch: '' }, /^Not on a branch/],
    ['with changes', { changed: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] }, /: a, b, c, d, e and 2 more\.$/],
    [
      'without the address of the repository',
      { env: { ...ready.env, HOTFIX_CONFIG_REPOSITORY: '' } },
      /^HOTFIX_CONFIG_REPOSITORY is not set/,
    ],
    ['with an old Node', { nodeMajor: 20 }, /^vsce and ovsx need Node 22/],
    ['without a token', { env: { ...ready.env, OVSX_PAT: '' } }, /^OVSX_PAT is not set: Open VSX/],
  ])('%s is refused', (_, change, reason) => {
    expect(hindrancesWith(change)).toEqual([expect.stringMatching(reason)]);
  });

  it('begins with all tests, and ends with npm, which refuses a version that it has', () => {
    const commands = stepsOf(join(root, 'dist/hotfix-config-0.2.0.vsix')).map(({ command }) =>
      command.join(' '),
    );
    expect(commands).toEqual([
      'npm test',
      'npm run release -- --fill-in',
      'npm run package',
      'npm ci --prefix tools/release/publishers --ignore-scripts --no-audit --no-fund',
      'node tools/release/publishers/node_modules/@vscode/vsce/vsce publish --skip-duplicate --packagePath dist/hotfix-config-0.2.0.vsix',
      'node tools/release/publishers/node_modules/ovsx/bin/ovsx publish --skip-duplicate dist/hotfix-config-0.2.0.vsix',
      'npm publish ./server --access public --ignore-scripts',
    ]);
  });

  it('hands each token to the step that publishes with it, and to no other', () => {
    const { HOTFIX_CONFIG_REPOSITORY, ...access } = ready.env;
    const env = { ...access, PATH: 'a' };
    const seen = stepsOf('a.vsix').map((step) => Object.keys(environmentOf(step, env)));
    expect(seen).toEqual([
      ['PATH'],
      ['PATH'],
      ['PATH'],
      ['PATH'],
      ['VSCE_PAT', 'PATH'],
      ['OVSX_PAT', 'PATH'],
      ['NODE_AUTH_TOKEN', 'PATH'],
    ]);
  });

  it('publishes from GitHub by the identity of the workflow, with the provenance of the server package', () => {
    const steps = stepsOf('a.vsix', { ACTIONS_ID_TOKEN_REQUEST_URL: 'a' }).filter(
      ({ publishes }) => publishes,
    );
    for (const [i, flag] of ['--oidc', '--trusted-publishing', '--provenance'].entries())
      expect(steps[i]?.command).toContain(flag);
  });

  it.each(['https://example.com/a/b', 'https://example.com/a/b.git', 'https://example.com/a/b/'])(
    'names the repository, its page and where to report bugs, from one address: %s',
    (address) => {
      const written = JSON.parse(withAddress('{ "name": "a", "files": ["b"] }', address, 'server'));
      expect(written).toEqual({
        name: 'a',
        files: ['b'],
        repository: { type: 'git', url: 'git+https://example.com/a/b.git', directory: 'server' },
        homepage: 'https://example.com/a/b#readme',
        bugs: { url: 'https://example.com/a/b/issues' },
      });
    },
  );

  it.each(['', 'a/b', 'git@example.com:a/b.git', 'http://example.com/a'])(
    'is not made with an address that a reader cannot open: %j',
    (address) => {
      expect(() => withAddress('{}', address)).toThrow('HOTFIX_CONFIG_REPOSITORY');
    },
  );

  it('has no address in the repository, which does not know where it is', () => {
    for (const name of ['package.json', 'server/package.json']) {
      const manifest = JSON.parse(readFileSync(join(root, name), 'utf8'));
      for (const field of ['repository', 'homepage', 'bugs']) expect(manifest).not.toHaveProperty(field);
    }
  });

  it('publishes nothing where no tokens are in the environment, and names each', () => {
    const { VSCE_PAT, OVSX_PAT, NODE_AUTH_TOKEN, ...env } = process.env;
    const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
    const options = { cwd: root, env, encoding: 'utf8' } as const;
    const { status, stderr } = spawnSync(process.execPath, [tsx, 'tools/release/index.ts'], options);
    expect(status).toBe(1);
    for (const name of ['VSCE_PAT', 'OVSX_PAT', 'NODE_AUTH_TOKEN'])
      expect(stderr).toContain(`${name} is not set`);
    expect(stderr).toMatch(/Nothing was published\.\n$/);
  });
});
