import type { Analysis, Edit, Role, Version } from '../../model/index.ts';
import type { InsertionPoint } from './insertion-point.ts';

/** Something to insert. */
export interface CompletionAnswer {
  readonly label: string;
  /** Shown after the label, in the same row. */
  readonly row?: string;
  readonly detail: string;
  readonly edit: Edit;
  /** Where a comma is inserted too. */
  readonly missingComma?: number | undefined;
  /** The text of the edit as a snippet, if the caret belongs inside it. */
  readonly snippet?: string;
  /** The documentation is computed from this version on request. */
  readonly proposed?: {
    readonly version: Version;
    /** Where nodes look the version up. */
    readonly role: Role;
  };
}

/** An insertion point, and whether the client replaces all of it. */
export interface ClientInsertionPoint extends InsertionPoint {
  readonly replacesQuotes: boolean;
}

/** A comma, if another property follows. */
export function commaAfter({ after }: InsertionPoint): string {
  return after === 'property' ? ',' : '';
}

/**
 * Inside a string, the edit leaves the opening quote alone: editors filter by the text from the start of the edit. Some
 * editors replace nothing after the cursor, so the closing quote stays for them.
 */
export function insertion(
  { source }: Analysis,
  { start, end, isQuoted, replacesQuotes }: ClientInsertionPoint,
  text: string,
): Edit {
  if (!isQuoted) return { start, end, text };
  const isClosed = end - start > 1 && source.text[end - 1] === '"' && text.endsWith('"') && !replacesQuotes;
  return { start: start + 1, end: isClosed ? end - 1 : end, text: text.slice(1, isClosed ? -1 : undefined) };
}
