import path from 'node:path';
import { root } from '../bundle.ts';

export interface Step {
  readonly name: string;
  readonly command: readonly string[];
  /** What it makes public. */
  readonly publishes?: 'extension' | 'server';
}

/** A release from its beginning to its end. One that broke off in the middle can be run again: what is out already is passed over. */
export function stepsOf(vsix: string): readonly Step[] {
  const file = path.relative(root, vsix).replaceAll('\\', '/');
  return [
    { name: 'All tests, which package the extension first', command: ['npm', 'test'] },
    {
      name: 'Visual Studio Marketplace',
      command: ['npx', 'vsce', 'publish', '--skip-duplicate', '--packagePath', file],
      publishes: 'extension',
    },
    {
      name: 'Open VSX',
      command: ['npx', '--yes', 'ovsx@1', 'publish', '--skip-duplicate', file],
      publishes: 'extension',
    },
    // The last one, since npm refuses a version that it has.
    { name: 'npm', command: ['npm', 'publish', './server', '--access', 'public'], publishes: 'server' },
  ];
}
