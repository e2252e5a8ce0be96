import { join, resolve } from 'node:path';
import { embeddedConfigPath } from '../names.ts';
import type { CheckOptions } from '../service/findings/finding.ts';
import { rootOfPayload } from './layout.ts';
import { shown } from './listing.ts';
import type { Projects } from './projects.ts';
import type { Terminal } from './terminal.ts';

/** The payload of scripts beside a config. */
export interface PayloadFile {
  readonly path: string;
  /** The name to report. */
  readonly file: string;
  readonly options: CheckOptions;
  readonly isNamed: boolean;
}

export async function payloadFile(
  file: string,
  named: readonly string[],
  terminal: Terminal,
  projects: Projects,
): Promise<PayloadFile> {
  const root = rootOfPayload(resolve(terminal.cwd, file)) ?? '';
  // The settings of its config govern both.
  const options = await projects.optionsFor(join(root, embeddedConfigPath));
  return { path: file, file, isNamed: named.some((path) => shown(path, terminal) === file), options };
}
