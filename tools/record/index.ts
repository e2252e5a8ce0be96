import { join, relative } from 'node:path';
import { root } from '../build/bundle.ts';
import { changesBetween } from './changes.ts';
import { figures } from './figures.ts';
import { makeRecord, readRecordFile, writeRecordFile } from './make.ts';
import { Unusable } from './unusable.ts';

const usage = `Usage: npm run record -- PATH [FILE]
       npm run record -- --figures

Makes the bundled record of images again from PATH, a checkout of AgentBaker with its history and tags,
writes it to FILE and says what changed. FILE is the bundled record by default.
--figures counts the baked versions that a map with all recorded bases upgrades.
`;

const bundledRecordFile = join(root, 'server/src/model/fleet/bundled-record.json');

/** Makes the record again, and prints the changes. */
async function record([path, file = bundledRecordFile, ...rest]: readonly string[]): Promise<number> {
  if (path === '--figures' || path === '--help') {
    process.stdout.write(path === '--help' ? usage : `${await figures()}\n`);
    return 0;
  }
  if (path === undefined || path.startsWith('-') || rest.length > 0) {
    process.stderr.write(usage);
    return 2;
  }
  try {
    const before = await readRecordFile(file);
    const after = await makeRecord(path);
    await writeRecordFile(file, after);
    const shown = relative(process.cwd(), file);
    process.stdout.write(`${changesBetween(before, after).join('\n')}\n${shown} is as of ${after.date}.\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    process.stderr.write(`error: ${error.message}\n`);
    return 3;
  }
}

void record(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});
