import { readFileSync } from 'node:fs';

/** What the action needs of the event that started the workflow. */
export interface Event {
  readonly pull_request?: {
    readonly number?: number;
    readonly head?: { readonly sha?: string };
    readonly base?: { readonly sha?: string; readonly ref?: string };
  };
  readonly merge_group?: { readonly base_sha?: string };
}

export function readEvent(): Event {
  const file = process.env['GITHUB_EVENT_PATH'];
  return file ? JSON.parse(readFileSync(file, 'utf8')) : {};
}
