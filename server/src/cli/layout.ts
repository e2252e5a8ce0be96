import { join, sep } from 'node:path';
import { embeddedConfigPath, payloadPath } from '../names.ts';

/** The root of AgentBaker's layout in which a path is the one that is built into images; undefined elsewhere. */
export const rootOfConfig = (absolute: string) => rootAbove(absolute, embeddedConfigPath);
export const rootOfPayload = (absolute: string) => rootAbove(absolute, payloadPath);

export const isPayload = (absolute: string) => rootOfPayload(absolute) !== undefined;

function rootAbove(absolute: string, path: string): string | undefined {
  const end = join(sep, path);
  return absolute.endsWith(end) ? absolute.slice(0, -end.length) || sep : undefined;
}
