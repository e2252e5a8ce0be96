import { lastOfComment, lastOfString } from './lexical.ts';
import type { SyntaxFault } from './source.ts';

/** A text of the same length with JSON's own quotes and spaces, and the faults that they replace. */
export interface Plain {
  readonly text: string;
  readonly faults: readonly SyntaxFault[];
}

/** White space that JSON does not know, as copied from a web page or a word processor. */
const foreignSpaces = /[\v\f\u0085\u00a0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]+/y;
/** A string in single or typographic quotes, without quotes or escapes inside. */
const foreignString = /(?:'[^'"\\\r\n]*'|[“”„‟][^“”„‟"\\\r\n]*[“”„‟]|[‘’‚‛][^‘’‚‛"\\\r\n]*[‘’‚‛])/y;

/** Any of these characters. Most texts have none, and need no scan. */
const foreign = /['“”„‟‘’‚‛\v\f\u0085\u00a0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]/;

/** The meaning of such quotes and spaces is certain, so all of them are faults of their own. */
export function withJsonQuotesAndSpaces(text: string, most: number): Plain {
  if (!foreign.test(text)) return { text, faults: [] };
  const faults: SyntaxFault[] = [];
  let plain = '';
  let before = '{';
  const replaceUpTo = (end: number, start: number, code: SyntaxFault['code'], replaced: string) => {
    if (faults.length < most) faults.push({ code, start, end });
    plain += text.slice(plain.length, start) + replaced;
  };
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (/[ \t\r\n]/.test(character)) continue;
    if (character === '/') {
      at = lastOfComment(text, at);
      continue;
    }
    const spaces = matchAt(foreignSpaces, text, at);
    if (spaces > 0) {
      replaceUpTo(at + spaces, at, 'foreign-space', ' '.repeat(spaces));
      at += spaces - 1;
      continue;
    }
    const length = /[{[,:]/.test(before) ? matchAt(foreignString, text, at) : 0;
    if (length > 0) {
      const end = at + length;
      replaceUpTo(end, at, 'foreign-quotes', `"${text.slice(at + 1, end - 1)}"`);
      at = end - 1;
    } else if (character === '"') at = lastOfString(text, at);
    before = character;
  }
  return { text: plain + text.slice(plain.length), faults };
}

function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}
