import type { TextDocumentsConfiguration } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isRecord } from '../service/record.ts';
import { isUri } from '../service/uri.ts';
import { isRange } from './params.ts';

export type TextChange = Parameters<TextDocumentsConfiguration<TextDocument>['update']>[1][number];

/** Refuses what is no text document before any of it is taken: a client may send anything, and the library looks at nothing. */
export function requireDocument(uri: unknown, version: unknown, text: unknown): void {
  if (isUri(uri) && typeof text === 'string' && Number.isSafeInteger(version)) return;
  throw new TypeError('a document is a "uri", a whole "version" and a "text"; this one is not taken');
}

/** All of them or none: a client whose second change makes no sense has another text than this server anyway. */
export function requireChanges(changes: unknown, version: unknown): void {
  if (Array.isArray(changes) && changes.every(isTextChange) && Number.isSafeInteger(version)) return;
  throw new TypeError(
    'a change is a "text", with a "range" of "start" and "end", or without; none of these is taken',
  );
}

function isTextChange(change: unknown): boolean {
  if (!isRecord(change) || typeof change['text'] !== 'string') return false;
  return change['range'] === undefined ? change['rangeLength'] === undefined : isRange(change['range']);
}
