import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../../scripts/editor/editions.ts';

/** What `npm test` has time for: findings, fixes, answers and picture in the window. */
const brief = ['editing', 'answers', 'coverage'];

// `--latest` takes the newest VS Code, `--only PATTERN` the tests whose names match, `--brief` the most important files.
const { values } = parseArgs({
  options: { latest: { type: 'boolean' }, only: { type: 'string' }, brief: { type: 'boolean' } },
});
const files = values.brief ? brief.map((name) => path.join(root, `test/ui/${name}.ui.test.ts`)) : [];

const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
const args = ['run', '--root', root, '--config', path.join(root, 'test/ui/vitest.config.mts')];
const { status } = spawnSync(
  process.execPath,
  [vitest, ...args, ...files, ...(values.only ? ['--testNamePattern', values.only] : [])],
  {
    stdio: 'inherit',
    env: { ...process.env, ...(values.latest ? { EDITOR_EDITION: 'latest' } : {}) },
  },
);
process.exitCode = status ?? 1;
