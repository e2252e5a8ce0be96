import path from 'node:path';
import { root } from '../build/bundle.ts';
import { type Token, tokens } from './checks.ts';

export interface Step {
  readonly name: string;
  readonly command: readonly string[];
  /** What it publishes. */
  readonly publishes?: 'extension' | 'server';
  /** Its token. No other step, and no program of another step, sees it. */
  readonly token?: Token;
}

type Environment = Readonly<Record<string, string | undefined>>;

const publishers = 'tools/release/publishers';

/** The steps of a release. After a failure it can run again: steps that are done are skipped. */
export function stepsOf(vsix: string, env: Environment = {}): readonly Step[] {
  const file = path.relative(root, vsix).replaceAll('\\', '/');
  // A workflow on GitHub proves its identity, and where a package was built. A personal machine needs tokens.
  const onGitHub = (flag: string) => (env['ACTIONS_ID_TOKEN_REQUEST_URL'] ? [flag] : []);
  return [
    { name: 'All tests', command: ['npm', 'test'] },
    {
      name: 'The address of the repository in the manifests',
      command: ['npm', 'run', 'release', '--', '--fill-in'],
    },
    { name: 'The package of the extension', command: ['npm', 'run', 'package'] },
    {
      name: 'What publishes, as it was locked',
      command: ['npm', 'ci', '--prefix', publishers, '--ignore-scripts', '--no-audit', '--no-fund'],
    },
    {
      name: 'Visual Studio Marketplace',
      command: [
        ...['node', `${publishers}/node_modules/@vscode/vsce/vsce`, 'publish', ...onGitHub('--oidc')],
        ...['--skip-duplicate', '--packagePath', file],
      ],
      publishes: 'extension',
      token: 'VSCE_PAT',
    },
    {
      name: 'Open VSX',
      command: [
        ...[
          'node',
          `${publishers}/node_modules/ovsx/bin/ovsx`,
          'publish',
          ...onGitHub('--trusted-publishing'),
        ],
        ...['--skip-duplicate', file],
      ],
      publishes: 'extension',
      token: 'OVSX_PAT',
    },
    {
      name: 'npm',
      // The last step, because npm refuses a version that it already has.
      command: [
        ...['npm', 'publish', './server', '--access', 'public', '--ignore-scripts'],
        ...onGitHub('--provenance'),
      ],
      publishes: 'server',
      token: 'NODE_AUTH_TOKEN',
    },
  ];
}

/** The environment without the tokens of other steps. */
export function environmentOf({ token }: Step, env: Environment): Environment {
  const others = Object.keys(tokens).filter((name) => name !== token);
  return Object.fromEntries(Object.entries(env).filter(([name]) => !others.includes(name)));
}
