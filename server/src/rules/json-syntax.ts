import {
  baseOf,
  type ConfigSource,
  canonicalBase,
  canonicalVersion,
  cut,
  type Edit,
  fieldNamed,
  isReadAsUtf8,
  largestConfigInWords,
  type Range,
  type SyntaxFault,
  shapeOf,
  withEscapes,
} from '../model/index.ts';
import { complete } from './complete-syntax.ts';
import { beforeBlanks, lineEndBehind, replace, wholeLine } from './edits.ts';
import { hasWrongPackage } from './missing-package.ts';
import { defineRule, type Fix, type JsonLanguage } from './rule.ts';

const ignored = 'Nodes ignore the whole file.';

export const jsonSyntax = defineRule({
  id: 'json-syntax',
  level: 'error',
  summary: 'a file that is not strict JSON in UTF-8',
  why: `Nodes decode the file as one strict JSON value in plain UTF-8. Comments, trailing commas, a byte-order mark and text after the
value are not allowed. One syntax error makes nodes ignore the whole file. They boot without a hotfix and log only a line on
the node. An editor may hide a wrong encoding or a byte-order mark.`,
  fix: {
    safe: 'Removes a trailing comma or the byte-order mark. Replaces single and typographic quotes, and spaces that JSON does not allow. Not offered as safe if nodes would then request a package that does not exist, or apt and dnf would install different ones.',
    onRequest:
      'Removes a comment. Puts a bare word in quotes. Inserts a missing comma between two properties, a missing colon, quote or closing bracket. Saves the file as UTF-8.',
  },
  messages: {
    'bad-character': `{text} is not valid JSON. ${ignored} Correct or remove it.`,
    'bad-escape': `{text} is not a valid escape in JSON. ${ignored} Correct it.`,
    'bad-number': `{text} is not a valid number in JSON. ${ignored} Put a version in double quotes.`,
    'byte-order-mark': `{text} at the start of the file is a byte-order mark. ${ignored} Remove it.`,
    'colon-expected': `Missing colon before {text|the end of the file}. ${ignored} Add it.`,
    'comma-expected': `Missing comma or closing bracket before {text|the end of the file}. ${ignored} Add it.`,
    comment: `{text} is a comment, which strict JSON does not allow. ${ignored} Remove it.`,
    'control-character': `{text} is a control character in a string. ${ignored} Remove it or write it as an escape.`,
    'foreign-quotes': `{text} is not in double quotes, which JSON requires. ${ignored} Use double quotes.`,
    'foreign-space': `{text} is white space that JSON does not allow. ${ignored} Replace it with a space.`,
    encoding: `The encoding {encoding} is not plain UTF-8. ${ignored} Save the file as UTF-8.`,
    garbled:
      'The encoding {encoding} is not plain UTF-8. Nodes misread letters outside ASCII. Save the file as UTF-8.',
    'key-expected': `Missing key in double quotes before {text|the end of the file}. ${ignored} Add it.`,
    'not-closed': `Missing closing bracket at {text|the end of the file}. ${ignored} Add it.`,
    'text-after-end': `{text} is not part of the config, which ends before it. ${ignored} Remove it.`,
    'too-deep': `Values are nested deeper than 10,000 levels. ${ignored} Remove the inner levels.`,
    'too-large': `The file is larger than ${largestConfigInWords} and was not checked. A hotfix config has a few lines. Check that this is the right file.`,
    'trailing-comma': `{text} is a trailing comma, which strict JSON does not allow. ${ignored} Remove it.`,
    'unclosed-comment': `{text} starts a comment that is never closed. ${ignored} Remove it.`,
    'unterminated-string': `{text} has no closing quote. ${ignored} Add it.`,
    'utf-16': `The file appears to be UTF-16, not plain UTF-8. ${ignored} Save the file as UTF-8.`,
    'value-expected': `Missing value before {text|the end of the file}. ${ignored} Add it.`,
  },
  examples: [
    {
      before: `
{ "hotfixes": { "202604.01": "202604.01.3", } }
                                          ^ json-syntax`,
      after: '{ "hotfixes": { "202604.01": "202604.01.3" } }',
    },
    {
      before: `
{ "hotfixes": { "202604.01": 202604.01.3 } }
                                      ^^ json-syntax`,
      after: '{ "hotfixes": { "202604.01": "202604.01.3" } }',
    },
    {
      before: `
{ 'version': "202604.01.3" }
  ^^^^^^^^^ json-syntax`,
      after: '{ "version": "202604.01.3" }',
    },
    {
      before: `
{
  // for the kubelet fix
  ^^^^^^^^^^^^^^^^^^^^^^ json-syntax
  "version": "202604.01.3"
}`,
      after: `{
  "version": "202604.01.3"
}`,
    },
    {
      before: `
{
  "version": "202604.01.3"
  "scripts_version": "202604.01.3"
  ^ json-syntax
}`,
      after: `{
  "version": "202604.01.3",
  "scripts_version": "202604.01.3"
}`,
    },
  ],
  check({ analysis, catalogue, report }) {
    const { source, encoding } = analysis;
    const start = { start: 0, end: Math.min(1, source.text.length) };
    let misleads: boolean | undefined;
    const isSafe = () => {
      misleads ??= hasWrongPackage(analysis, catalogue);
      return !misleads;
    };
    if (encoding !== undefined) {
      // For ASCII text, a single-byte encoding has the same bytes as UTF-8. A node sees no difference.
      const fixes = () => [{ ...saveAsUtf8, safe: encoding === markedUtf8 && isSafe() }];
      if (!isReadAsUtf8(encoding)) report({ at: start, messageId: 'encoding', data: { encoding }, fixes });
      else if (/[^\0-\x7f]/.test(source.text))
        report({ at: start, messageId: 'garbled', data: { encoding }, fixes });
    }
    const comments = source.faults.filter(({ code }) => code === 'comment');
    const quotes = source.faults.filter(({ code }) => code === 'foreign-quotes');
    const spaces = source.faults.filter(({ code }) => code === 'foreign-space');
    for (const fault of source.faults) {
      const { code, start, end } = fault;
      if (code === 'utf-16' && encoding !== undefined && !isReadAsUtf8(encoding)) continue;
      const text = excerpt(source.text, start, end);
      const reportedByJsonSupport = jsonSupportSees(fault);
      const fixes = () => fixesOf(source, fault, { comments, quotes, spaces }, isSafe);
      report({ at: { start, end }, messageId: code, data: { text }, reportedByJsonSupport, fixes });
    }
  },
});

/** The strict reader stops at one character. A message shows the whole string or escape. */
function excerpt(text: string, start: number, end: number): string {
  const found = text.slice(start, end);
  if (found === '\\') return text.slice(start, start + 2);
  return found === '"' ? (stringAt(text, start) ?? found) : found;
}

/** The text between the quotes, cut if it is long. */
function stringAt(text: string, start: number): string | undefined {
  return /^"((?:[^"\\\r\n]|\\.){1,99})/.exec(text.slice(start, start + 100))?.[1];
}

/** VS Code's name for UTF-8 with a byte-order mark. */
const markedUtf8 = 'utf8bom';
const saveAsUtf8: Fix = { title: 'Save as UTF-8', safe: false, edits: [], saveAsUtf8: true };

function jsonSupportSees({ code, strictOnly }: SyntaxFault): readonly JsonLanguage[] {
  if (strictOnly || code === 'byte-order-mark') return [];
  return code === 'comment' || code === 'trailing-comma' ? ['json'] : ['json', 'jsonc'];
}

/** All faults of some kinds, which one fix can repair. */
interface Alike {
  readonly comments: readonly SyntaxFault[];
  readonly quotes: readonly SyntaxFault[];
  readonly spaces: readonly SyntaxFault[];
}

function fixesOf(
  source: ConfigSource,
  fault: SyntaxFault,
  { comments, quotes, spaces }: Alike,
  isSafe: () => boolean,
): Fix[] {
  switch (fault.code) {
    case 'trailing-comma':
      return [{ title: 'Remove trailing comma', safe: isSafe(), edits: [replace(fault, '')] }];
    case 'byte-order-mark':
      return [{ title: 'Remove byte-order mark', safe: isSafe(), edits: [replace(fault, '')] }];
    case 'comment':
      return removeComments(source.text, fault, comments);
    case 'foreign-quotes':
      return replaced(
        fault,
        quotes,
        quotesTitle(source.text, fault),
        'Use double quotes',
        isSafe(),
        doubleQuotes,
      );
    case 'foreign-space':
      return replaced(fault, spaces, 'Use plain spaces', 'Use plain spaces', isSafe(), (one) => [
        replace(one, ' '.repeat(one.end - one.start)),
      ]);
    case 'comma-expected':
      return [...insertComma(source, fault), ...quoteBareWord(source, fault)];
    default:
      return [...complete(source, fault), ...quoteBareWord(source, fault)];
  }
}

function removeComments(text: string, comment: SyntaxFault, all: readonly SyntaxFault[]): Fix[] {
  const edits = [removeComment(text, comment)];
  const one: Fix = { title: 'Remove comment', safe: false, dropsComment: true, edits };
  // Offered once: otherwise a file with many comments would list it for each of them.
  if (all.length === 1 || comment !== all[0]) return [one];
  const allEdits = all.map((fault) => removeComment(text, fault));
  return [one, { title: `Remove all ${all.length} comments`, safe: false, edits: allEdits }];
}

/** One of them, or with the first one all. */
function replaced(
  fault: SyntaxFault,
  all: readonly SyntaxFault[],
  title: string,
  titleOfAll: string,
  safe: boolean,
  edits: (fault: SyntaxFault) => Edit[],
): Fix[] {
  const one = { title, safe, edits: edits(fault) };
  if (all.length === 1 || fault !== all[0]) return [one];
  return [{ title: `${titleOfAll} in all ${all.length} places`, safe, edits: all.flatMap(edits) }, one];
}

/** A menu has those of the key and of its value. */
const quotesTitle = (text: string, { start, end }: Range) =>
  `Put ${cut(withEscapes(text.slice(start + 1, end - 1)))} in double quotes`;

function doubleQuotes({ start, end }: SyntaxFault): Edit[] {
  return [replace({ start, end: start + 1 }, '"'), replace({ start: end - 1, end }, '"')];
}

/** A comment that has a line of its own is removed with the line, one at the end of a line with the blanks before it. */
function removeComment(text: string, comment: Range): Edit {
  const { start, end } = comment;
  const line = wholeLine(text, comment);
  if (line) return replace(line, '');
  const endsLine = end === text.length || lineEndBehind(text, end) !== undefined;
  return { start: endsLine ? beforeBlanks(text, start) : start, end, text: '' };
}

/** Inserts it between two properties, after the first one. */
function insertComma({ text }: ConfigSource, { start }: SyntaxFault): Fix[] {
  const isProperty = /^"(?:[^"\\\r\n]|\\.)*"\s*:/.test(text.slice(start, start + 500));
  const before = text.slice(Math.max(0, start - 1_000), start);
  const at = start - (before.length - before.trimEnd().length);
  // After a comment, the right position is uncertain.
  if (!isProperty || !/[\w"}\]]/.test(text.charAt(at - 1))) return [];
  return [{ title: 'Insert missing comma', safe: false, edits: [{ start: at, end: at, text: ',' }] }];
}

/** For a version without quotes in place of a value. */
function quoteBareWord({ text }: ConfigSource, { start }: SyntaxFault): Fix[] {
  const before = text.slice(Math.max(0, start - 100), start);
  const from = start - before.length + before.search(/[\w.+-]*$/);
  const bare = /^[\w.+-]+(?=\s*(?:[,}\]/]|$))/.exec(text.slice(from, from + 200))?.[0];
  const [colon, key] = /(?:"([^"\\]*)"\s*)?:\s*$/.exec(text.slice(Math.max(0, from - 100), from)) ?? [];
  if (!bare || colon === undefined) return [];
  if (key !== undefined && !fits(bare, key)) return [];
  const edits = [replace({ start: from, end: from + bare.length }, `"${bare}"`)];
  return [{ title: `Put ${bare} in quotes`, safe: false, edits }];
}

/** Whether a word after a key has no other fault once it is quoted. */
function fits(word: string, key: string): boolean {
  const name = fieldNamed(key);
  if (name && shapeOf(name) !== 'text') return false;
  const [base, version] = [canonicalBase(key), canonicalVersion(word)];
  return !base || !version || version === word || baseOf(version) === base;
}
