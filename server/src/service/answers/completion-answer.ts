import type { Analysis, Edit, Role, Version } from '../../model/index.ts';
import type { Place } from './place-at.ts';

/** Something to insert. */
export interface CompletionAnswer {
  readonly label: string;
  /** What is shown behind the label, in the same row. */
  readonly row?: string;
  readonly detail: string;
  readonly edit: Edit;
  /** The text of the edit as a snippet, where the caret belongs inside of it. */
  readonly snippet?: string;
  /** Its reason is worked out from the version when somebody looks at it. */
  readonly proposed?: {
    readonly version: Version;
    /** The kind of place that the version is inserted in. */
    readonly role: Role;
  };
}

/** A place, and whether a client replaces all of it. */
export interface Target extends Place {
  readonly replacesQuotes: boolean;
}

/** Another property behind this one wants a comma between them. */
export function commaBehind({ after }: Place): string {
  return after === 'property' ? ',' : '';
}

/**
 * Inside of a string, what to insert without the opening quote that is there: editors compare what was typed with its
 * start. Some replace nothing after the cursor, so the closing quote stays for them.
 */
export function insertion(
  { source }: Analysis,
  { start, end, isQuoted, replacesQuotes }: Target,
  text: string,
): Edit {
  if (!isQuoted) return { start, end, text };
  const isClosed = end - start > 1 && source.text[end - 1] === '"' && text.endsWith('"') && !replacesQuotes;
  return { start: start + 1, end: isClosed ? end - 1 : end, text: text.slice(1, isClosed ? -1 : undefined) };
}
