import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../../tools/editor/editions.ts';

/** The tests for which `npm test` has time: a finding is shown and fixed. */
const brief = 'test/ui/editing.ui.test.ts';

// `--latest` takes the newest VS Code, `--only PATTERN` the tests whose names match, `--brief` the most important ones.
const { values } = parseArgs({
  options: { latest: { type: 'boolean' }, only: { type: 'string' }, brief: { type: 'boolean' } },
});

const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
const args = ['run', '--root', root, '--config', path.join(root, 'test/ui/vitest.config.mts')];
const { status } = spawnSync(
  process.execPath,
  [
    vitest,
    ...args,
    ...(values.brief ? [path.join(root, brief)] : []),
    ...(values.only ? ['--testNamePattern', values.only] : []),
  ],
  {
    stdio: 'inherit',
    env: { ...process.env, ...(values.latest ? { EDITOR_EDITION: 'latest' } : {}) },
  },
);
process.exitCode = status ?? 1;
