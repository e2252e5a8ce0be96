import type * as z from 'zod/mini';
import { quote } from '../../model/index.ts';
import { isRecord } from '../record.ts';
import { type JsonProblem, readJson } from '../settings/json-file.ts';
import {
  type BakedVersionSetting,
  bakedVersionsFileSchema,
  currentVersionFileSchema,
} from '../settings/settings.ts';

export interface BakedVersionsFile {
  /** Empty if there is a problem. */
  readonly listed: readonly BakedVersionSetting[];
  /** It names the current version, as AgentBaker's own file does, and lists nothing. */
  readonly isCurrentAlone?: true;
  readonly problems: readonly JsonProblem[];
}

/**
 * Reads a file of baked versions. Programs write it, so it is strict JSON. `isCurrent` if it is AgentBaker's own file,
 * which names the current version.
 */
export function readBakedVersionsFile(text: string, isCurrent: boolean): BakedVersionsFile {
  const schema = isCurrent || namesCurrent(text) ? currentVersionFileSchema : bakedVersionsFileSchema;
  const { content = [], problems } = readJson<z.infer<typeof bakedVersionsFileSchema>>(text, {
    schema,
    isLenient: false,
    unknownKey: (_, key) => `Unknown property ${quote(key)} in a list of baked versions.`,
  });
  if ('version' in content) return { listed: [content.version], isCurrentAlone: true, problems };
  return { listed: 'bakedVersions' in content ? content.bakedVersions : content, problems };
}

/** The faults of a file with a version are those of its version. */
function namesCurrent(text: string): boolean {
  try {
    const content: unknown = JSON.parse(text);
    return isRecord(content) && 'version' in content && !('bakedVersions' in content);
  } catch {
    return false;
  }
}
