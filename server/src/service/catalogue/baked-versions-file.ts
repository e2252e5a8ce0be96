import { quote } from '../../model/index.ts';
import { type JsonProblem, readJson } from '../settings/json-file.ts';
import { type BakedVersionSetting, bakedVersionsFileSchema } from '../settings/settings.ts';

export interface BakedVersionsFile {
  /** Empty if there is a problem. */
  readonly listed: readonly BakedVersionSetting[];
  /** It names the current version, as AgentBaker's own file does, and lists nothing. */
  readonly isCurrentAlone?: true;
  readonly problems: readonly JsonProblem[];
}

/** Reads a file of baked versions. Programs write it, so it is strict JSON. */
export function readBakedVersionsFile(text: string): BakedVersionsFile {
  const { content = [], problems } = readJson(text, {
    schema: bakedVersionsFileSchema,
    isLenient: false,
    unknownKey: (_, key) => `Unknown property ${quote(key)} in a list of baked versions.`,
  });
  if ('version' in content) return { listed: [content.version], isCurrentAlone: true, problems };
  return { listed: 'bakedVersions' in content ? content.bakedVersions : content, problems };
}
