import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const folder = join(import.meta.dirname, '../agentbaker');

/** The real paths of release notes, from the root of AgentBaker's repository. */
export function releaseNotesPaths(): string[] {
  const text = gunzipSync(readFileSync(join(folder, 'release-notes-paths.txt.gz'))).toString('utf8');
  return text.trimEnd().split('\n');
}

export interface CommittedConfig {
  readonly commit: string;
  readonly date: string;
  readonly path: string;
  readonly text: string;
}

/** Every config that was ever committed there. */
export function committedConfigs(): CommittedConfig[] {
  const lines = readFileSync(join(folder, 'hotfix-config-history.jsonl'), 'utf8').trimEnd().split('\n');
  return lines.map((line): CommittedConfig => JSON.parse(line));
}
