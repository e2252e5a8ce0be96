import type { TextDocumentsConfiguration } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isRecord } from '../service/record.ts';
import { isUri } from '../service/uri.ts';
import { isRange } from './params.ts';

export type TextChange = Parameters<TextDocumentsConfiguration<TextDocument>['update']>[1][number];

/** Validates a text document. A client may send anything, and the library does not validate it. */
export function requireDocument(uri: unknown, version: unknown, text: unknown): void {
  if (isUri(uri) && typeof text === 'string' && Number.isSafeInteger(version)) return;
  throw new TypeError('invalid document: expected "uri", an integer "version" and "text"');
}

/** Applies all changes or none: after an invalid change, client and server have different texts anyway. */
export function requireChanges(changes: unknown, version: unknown): void {
  if (Array.isArray(changes) && changes.every(isTextChange) && Number.isSafeInteger(version)) return;
  throw new TypeError(
    'invalid changes: each needs a "text", and a "range" of "start" and "end" unless it replaces everything',
  );
}

function isTextChange(change: unknown): boolean {
  if (!isRecord(change) || typeof change['text'] !== 'string') return false;
  return change['range'] === undefined ? change['rangeLength'] === undefined : isRange(change['range']);
}
