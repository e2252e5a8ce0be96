import path from 'node:path';
import { root } from '../build/bundle.ts';
import { type Token, tokens } from './checks.ts';

export interface Step {
  readonly name: string;
  readonly command: readonly string[];
  /** What it makes public. */
  readonly publishes?: 'extension' | 'server';
  /** What lets it in. No other step, and nothing that another step runs, sees it. */
  readonly token?: Token;
}

type Environment = Readonly<Record<string, string | undefined>>;

const publishers = 'tools/release/publishers';

/** A release from its beginning to its end. One that broke off in the middle can be run again: what is out already is passed over. */
export function stepsOf(vsix: string, env: Environment = {}): readonly Step[] {
  const file = path.relative(root, vsix).replaceAll('\\', '/');
  // GitHub vouches for where a package was built; a machine of somebody's own cannot.
  const provenance = env['ACTIONS_ID_TOKEN_REQUEST_URL'] ? ['--provenance'] : [];
  return [
    { name: 'All tests, which package the extension first', command: ['npm', 'test'] },
    {
      name: 'What publishes, as it was locked',
      command: ['npm', 'ci', '--prefix', publishers, '--ignore-scripts', '--no-audit', '--no-fund'],
    },
    {
      name: 'Visual Studio Marketplace',
      command: [
        ...['node', `${publishers}/node_modules/@vscode/vsce/vsce`, 'publish'],
        ...['--skip-duplicate', '--packagePath', file],
      ],
      publishes: 'extension',
      token: 'VSCE_PAT',
    },
    {
      name: 'Open VSX',
      command: ['node', `${publishers}/node_modules/ovsx/bin/ovsx`, 'publish', '--skip-duplicate', file],
      publishes: 'extension',
      token: 'OVSX_PAT',
    },
    {
      name: 'npm',
      // The last one, since npm refuses a version that it has.
      command: ['npm', 'publish', './server', '--access', 'public', '--ignore-scripts', ...provenance],
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
