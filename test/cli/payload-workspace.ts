import { Workspace } from './workspace.ts';

export const folder = 'parts/linux/cloud-init';
export const config = `${folder}/artifacts/aks-node-controller-hotfix.json`;
export const payload = `${folder}/nodecustomdata.yml`;
export const gate = (version: string) => `{ "scripts_version": "${version}" }\n`;

export interface Found {
  readonly file: string;
  readonly ruleId: string;
  readonly messageId: string;
}

export interface Checked {
  readonly status: number;
  readonly found: readonly string[];
  readonly err: string;
}

/** For the config and the payload of the AgentBaker repository. */
export class PayloadWorkspace extends Workspace {
  readonly checkIn = async (cwd: string, ...args: readonly string[]): Promise<Checked> => {
    const flags = ['--today=2026-08-01', '--format=json', '--rule=no-hotfix=off'];
    const { status, out, err } = await this.runWith({ cwd }, 'check', ...flags, ...args);
    const findings: Found[] = out === '' ? [] : JSON.parse(out);
    const named = findings.map(({ file, ruleId, messageId }) => `${file} ${ruleId}/${messageId}`);
    return { status, found: named, err };
  };

  readonly check = (...args: readonly string[]) => this.checkIn(this.path(), ...args);
  readonly found = async (...args: readonly string[]) => (await this.check(...args)).found;
}

/** The ways to name the two files, from the root of the repository. */
export const ways = [
  ['the whole repository', []],
  ['a folder', [folder]],
  ['the folder of the config', [`${folder}/artifacts`]],
  ['the config', [config]],
  ['the payload', [payload]],
  ['both', [payload, config]],
  ['a path that leaves the folder', [`./parts/../${payload}`]],
] as const;
