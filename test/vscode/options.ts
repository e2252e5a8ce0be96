import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Edition, latest, oldest, root } from '../../tools/editor/editions.ts';

export interface RunOptions {
  /** The packaged extension under test. */
  readonly vsix: string;
  readonly edition: Edition;
  /** Runs only the tests whose name matches; all when empty. */
  readonly only: string;
  /** Runs only the test files that every change runs. */
  readonly brief: boolean;
  /** Shows everything that the editor logs. */
  readonly verbose: boolean;
}

/** The packaged extension in the environment, otherwise the one that `npm run package` built for this version. */
export function packagedExtension(): string {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const vsix = path.resolve(
    process.env['HOTFIX_VSIX'] ?? path.join(root, `dist/hotfix-config-${version}.vsix`),
  );
  if (!existsSync(vsix))
    throw new Error(`There is no packaged extension at ${vsix}: make one with "npm run package".`);
  return vsix;
}

/** The options of a runner: `--latest`, `--only PATTERN`, `--brief`, `--verbose`. */
export function readOptions(args: readonly string[]): RunOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      latest: { type: 'boolean' },
      only: { type: 'string' },
      brief: { type: 'boolean' },
      verbose: { type: 'boolean' },
    },
  });
  return {
    vsix: packagedExtension(),
    edition: values.latest ? latest : oldest,
    only: values.only ?? '',
    brief: values.brief ?? false,
    verbose: values.verbose ?? false,
  };
}
