import { inspect } from 'node:util';
import { exitStatus } from '../cli/exit-status.ts';
import { run } from '../cli/program.ts';
import { withoutCommands } from '../cli/report/runner-commands.ts';
import { standardStreams } from '../cli/standard-streams.ts';
import { bundledRecord } from '../model/index.ts';
import { nodeFiles } from './files.ts';

run(process.argv.slice(2), standardStreams(), { ...nodeFiles, bundledRecord }).then(
  (status) => {
    process.exitCode = status;
  },
  (fault: unknown) => {
    // Status 1 would mean findings.
    process.exitCode = exitStatus.failed;
    console.error('error: internal error:', withoutCommands(inspect(fault)));
  },
);
