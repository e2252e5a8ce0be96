// Bundled into action/action.js, because the action and the hooks install nothing. Loaded by action/start.cjs and action/hook.cjs.
import { check } from './check.ts';
import { Unprepared } from './command-line.ts';
import { comment } from './comment.ts';
import { annotate, setOutput } from './runner.ts';

const cannotWork = 3;

async function main(): Promise<number> {
  if (process.argv[2] !== 'comment') return check();
  await comment();
  return 0;
}

if (process.argv[2] === 'command-line') {
  process.argv.splice(2, 1);
  void import('../../server/src/node/cli.ts');
} else
  main().then(
    (status) => {
      process.exitCode = status;
    },
    (thrown) => {
      // Never 1, which means findings.
      annotate('error', thrown instanceof Unprepared ? thrown.message : String(thrown?.stack ?? thrown));
      setOutput('exit-status', cannotWork);
      process.exitCode = cannotWork;
    },
  );
