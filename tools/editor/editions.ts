import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** A release of code-server, which is VS Code as a server with the workbench in the browser. */
export interface Edition {
  /** The name of the folder next to this file with the lockfile of the edition. */
  readonly name: string;
  /** Its version of VS Code. */
  readonly vscode: string;
  /** Whether it needs its own Node, newer than the one that this project requires. */
  readonly ownNode: boolean;
  /** Its size on disk. */
  readonly megabytes: number;
}

/** The oldest VS Code that the extension supports: what `npm start` opens and `npm test` runs against. */
export const oldest: Edition = {
  name: 'code-server-4.100.3',
  vscode: '1.100',
  ownNode: false,
  megabytes: 300,
};

/** The newest one that is known to run with packages from the npm registry only. */
export const latest: Edition = {
  name: 'code-server-4.139.1',
  vscode: '1.139',
  ownNode: true,
  megabytes: 780,
};

/** An edition on this machine, ready to be started. */
export interface Editor {
  readonly edition: Edition;
  readonly node: string;
  readonly serverMain: string;
}

/** The paths in the folder of a fetched edition. */
export function editorIn(folder: string, edition: Edition): Editor {
  return {
    edition,
    node: edition.ownNode ? nodeFor(folder) : process.execPath,
    serverMain: path.join(folder, 'node_modules/code-server/lib/vscode/out/server-main.js'),
  };
}

function nodeFor(folder: string): string {
  const packaged = path.join(folder, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
  if (existsSync(packaged)) return packaged;
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath;
  throw new Error(
    `VS Code ${latest.vscode} needs Node 24 and none is packaged for ${process.platform}-${process.arch}: ` +
      `run this again under Node 24 (it is ${process.version} now).`,
  );
}
