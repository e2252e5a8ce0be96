import { Uri } from 'vscode';
import type { CoverageParams } from '../../../server/src/protocol.ts';
import { toBase64 } from '../base64.ts';
import { contentAt } from '../git/revisions.ts';

/** What a config is compared with. */
export interface Comparison {
  /** As users read it. */
  readonly name: string;
  /** What the server is asked for; undefined if there is nothing to compare a document with. */
  of(uri: string): Promise<CoverageParams['compare']>;
}

/** The server knows the file at HEAD, and follows it. */
export const withHead: Comparison = { name: 'HEAD', of: async () => true };

/** The content at a commit does not change, so each document is read once. */
export function withCommit(name: string, commit: string): Comparison {
  const known = new Map<string, Promise<CoverageParams['compare']>>();
  const read = async (uri: string) => {
    const bytes = await contentAt(commit, Uri.parse(uri));
    return bytes && { revision: name, content: toBase64(bytes) };
  };
  return {
    name,
    of(uri) {
      const content = known.get(uri) ?? read(uri);
      known.set(uri, content);
      return content;
    },
  };
}

export function withFile(name: string, bytes: Uint8Array): Comparison {
  const content = toBase64(bytes);
  return { name, of: async () => ({ revision: name, content }) };
}
