import {
  Analysis,
  applyEdits,
  type ConfigSource,
  type Edit,
  missingBrackets,
  type SyntaxFault,
} from '../model/index.ts';
import { hasErrors } from './errors-of-values.ts';
import { formattingOf } from './formatting.ts';
import type { Fix } from './rule.ts';

/** More are hardly a typing mistake. */
const mostBrackets = 10;

/** Inserts what is missing, if the file has no other fault then. */
export function complete(source: ConfigSource, fault: SyntaxFault): Fix[] {
  const made = insertionFor(source.text, fault);
  if (!made) return [];
  const after = new Analysis(applyEdits(source.text, [made.edit]));
  if (after.source.faults.length >= source.faults.length || hasErrors(after)) return [];
  return [{ title: made.title, safe: false, edits: [made.edit] }];
}

function insertionFor(text: string, { code, start, end }: SyntaxFault) {
  switch (code) {
    case 'colon-expected':
      return insertion('Insert missing colon', text.slice(0, start).trimEnd().length, ':');
    case 'unterminated-string': {
      // A comma that ends the line is not part of the string.
      const string = text.slice(start, end).trimEnd();
      return insertion('Insert missing quote', start + string.replace(/,$/, '').length, '"');
    }
    case 'not-closed':
      return closing(text, start);
    default:
      return undefined;
  }
}

function insertion(title: string, at: number, text: string): { title: string; edit: Edit } {
  return { title, edit: { start: at, end: at, text } };
}

/** At the end of the file, each on a line of its own if the file has several. */
function closing(text: string, start: number) {
  const end = text.trimEnd().length;
  const brackets = missingBrackets(text);
  if (start < end || brackets.length === 0 || brackets.length > mostBrackets) return undefined;
  const { eol, insertSpaces, tabSize } = formattingOf(text);
  const indent = insertSpaces ? ' '.repeat(tabSize) : '\t';
  const written = brackets.map((bracket, i) =>
    text.trimEnd().includes('\n') ? eol + indent.repeat(brackets.length - 1 - i) + bracket : ` ${bracket}`,
  );
  return insertion(
    `Insert missing ${brackets.map((bracket) => `"${bracket}"`).join(' ')}`,
    end,
    written.join(''),
  );
}
