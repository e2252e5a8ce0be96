import {
  baseOf,
  type ConfigSource,
  canonicalBase,
  canonicalVersion,
  type Edit,
  fieldNamed,
  isReadAsUtf8,
  type Range,
  type SyntaxFault,
} from '../model/index.ts';
import { beforeBlanks, lineEndBehind, replace, wholeLine } from './edits.ts';
import { leadsToMissingPackage } from './missing-package.ts';
import { defineRule, type Fix, type JsonLanguage } from './rule.ts';

const ignored = 'a node ignores the whole file and boots without any hotfix.';

export const jsonSyntax = defineRule({
  id: 'json-syntax',
  level: 'error',
  summary: 'a file that is not the strict JSON that a node decodes',
  why: `A node's decoder is strict: one JSON value in plain UTF-8, no comments, no trailing commas, no byte-order mark, nothing
after it. One slip and it ignores the whole file, without a word to whoever wrote it: every node boots without any
hotfix. An editor may show a file in another encoding, or with a byte-order mark, as if nothing was wrong.`,
  fix: {
    safe: 'Drops a trailing comma or the byte-order mark, unless nodes would then ask for a package that does not exist.',
    onRequest:
      "Drops a comment, which holds somebody's reason; puts a bare word in quotes; inserts a comma that is missing between two properties; saves another encoding as UTF-8.",
  },
  messages: {
    'bad-character': `{text} is no JSON: ${ignored}`,
    'bad-escape': `{text} is no escape that JSON knows: ${ignored}`,
    'bad-number': `{text} is no number in JSON: ${ignored}`,
    'byte-order-mark': `The file begins with a byte-order mark {text}: ${ignored}`,
    'colon-expected': `A colon is missing before {text}: ${ignored}`,
    'comma-expected': `A comma or a closing bracket is missing before {text}: ${ignored}`,
    comment: `{text} is a comment, which strict JSON does not have: ${ignored}`,
    'control-character': `{text} is a raw control character inside a string, where JSON wants an escape: ${ignored}`,
    encoding:
      'The file is saved as {encoding}: a node reads plain UTF-8, so it ignores the whole file and boots without any hotfix.',
    garbled:
      'The file is saved as {encoding}, a node reads plain UTF-8 and takes its letters beyond ASCII for others.',
    'key-expected': `A key in double quotes is missing before {text}: ${ignored}`,
    'not-closed': `A bracket is not closed at {text}: ${ignored}`,
    'text-after-end': `{text} stands after the end of the config: ${ignored}`,
    'too-deep': `Values are nested deeper than 10,000 levels: ${ignored}`,
    'too-large':
      'The file has more than 5 MB, so it is not checked. A config has a few lines; check what is in this file.',
    'trailing-comma': `{text} is followed by no other entry, and strict JSON has no trailing commas: ${ignored}`,
    'unclosed-comment': `{text} opens a comment that is never closed: ${ignored}`,
    'unterminated-string': `{text} has no closing quote: ${ignored}`,
    'utf-16':
      'The file looks like UTF-16: a node reads plain UTF-8, so it ignores the whole file and boots without any hotfix.',
    'value-expected': `A value is missing before {text}: ${ignored}`,
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
  check({ analysis, report }) {
    const { source, encoding } = analysis;
    const start = { start: 0, end: Math.min(1, source.text.length) };
    if (encoding !== undefined) {
      // A single-byte encoding of ASCII has the very bytes of UTF-8; a node sees no difference.
      const fixes = () => [saveAsUtf8];
      if (!isReadAsUtf8(encoding)) report({ at: start, messageId: 'encoding', data: { encoding }, fixes });
      else if (/[^\0-\x7f]/.test(source.text))
        report({ at: start, messageId: 'garbled', data: { encoding }, fixes });
    }
    let misleads: boolean | undefined;
    const isSafe = () => {
      misleads ??= leadsToMissingPackage(analysis);
      return !misleads;
    };
    const comments = source.faults.filter(({ code }) => code === 'comment');
    for (const fault of source.faults) {
      const { code, start, end } = fault;
      const text = excerpt(source.text, start, end) || 'the end of the file';
      const reportedByJsonSupport = jsonSupportSees(fault);
      const fixes = () => fixesOf(source, fault, comments, isSafe);
      report({ at: { start, end }, messageId: code, data: { text }, reportedByJsonSupport, fixes });
    }
  },
});

/** The strict reader stops at a character; of a string, whoever reads the message looks for the whole. */
function excerpt(text: string, start: number, end: number): string {
  const found = text.slice(start, end);
  return found === '"' ? (stringAt(text, start) ?? found) : found;
}

/** What stands between the quotes, as far as there is room for it. */
function stringAt(text: string, start: number): string | undefined {
  return /^"((?:[^"\\\r\n]|\\.){1,99})/.exec(text.slice(start, start + 100))?.[1];
}

const saveAsUtf8: Fix = { title: 'Save as UTF-8', safe: false, edits: [], saveAsUtf8: true };

function jsonSupportSees({ code, strictOnly }: SyntaxFault): readonly JsonLanguage[] {
  if (strictOnly || code === 'byte-order-mark') return [];
  return code === 'comment' || code === 'trailing-comma' ? ['json'] : ['json', 'jsonc'];
}

function fixesOf(
  source: ConfigSource,
  fault: SyntaxFault,
  comments: readonly SyntaxFault[],
  isSafe: () => boolean,
): Fix[] {
  switch (fault.code) {
    case 'trailing-comma':
      return [{ title: 'Remove the trailing comma', safe: isSafe(), edits: [replace(fault, '')] }];
    case 'byte-order-mark':
      return [{ title: 'Remove the byte-order mark', safe: isSafe(), edits: [replace(fault, '')] }];
    case 'comment':
      return removeComments(source.text, fault, comments);
    case 'comma-expected':
      return [...insertComma(source, fault), ...quoteBareWord(source, fault)];
    default:
      return quoteBareWord(source, fault);
  }
}

function removeComments(text: string, comment: SyntaxFault, all: readonly SyntaxFault[]): Fix[] {
  const edits = [removeComment(text, comment)];
  const one: Fix = { title: 'Remove the comment', safe: false, dropsComment: true, edits };
  // Offered once: a file of comments would else be listed as often as it has any.
  if (all.length === 1 || comment !== all[0]) return [one];
  const allEdits = all.map((fault) => removeComment(text, fault));
  return [one, { title: `Remove all ${all.length} comments`, safe: false, edits: allEdits }];
}

/** A comment that has its line for itself goes with the line; one that ends a line, with the blanks before it. */
function removeComment(text: string, comment: Range): Edit {
  const { start, end } = comment;
  const line = wholeLine(text, comment);
  if (line) return replace(line, '');
  const endsLine = end === text.length || lineEndBehind(text, end) !== undefined;
  return { start: endsLine ? beforeBlanks(text, start) : start, end, text: '' };
}

/** Between two properties, behind the first. */
function insertComma({ text }: ConfigSource, { start }: SyntaxFault): Fix[] {
  const isProperty = /^"(?:[^"\\\r\n]|\\.)*"\s*:/.test(text.slice(start, start + 500));
  const before = text.slice(Math.max(0, start - 1_000), start);
  const at = start - (before.length - before.trimEnd().length);
  // Behind a comment it would belong before that, and who knows where that begins.
  if (!isProperty || !/[\w"}\]]/.test(text.charAt(at - 1))) return [];
  return [{ title: 'Insert the missing comma', safe: false, edits: [{ start: at, end: at, text: ',' }] }];
}

/** For a version typed without quotes, or in single ones, where a value belongs. */
function quoteBareWord({ text }: ConfigSource, { start }: SyntaxFault): Fix[] {
  const before = text.slice(Math.max(0, start - 100), start);
  const from = start - before.length + before.search(/[\w.+-]*$/);
  const bare = /^(?:'[\w.+-]*'|[\w.+-]+)(?=\s*(?:[,}\]/]|$))/.exec(text.slice(from, from + 200))?.[0];
  const [colon, key] = /(?:"([^"\\]*)"\s*)?:\s*$/.exec(text.slice(Math.max(0, from - 100), from)) ?? [];
  if (!bare || colon === undefined) return [];
  const word = bare.replaceAll("'", '');
  if (key !== undefined && !fits(word, key)) return [];
  const edits = [replace({ start: from, end: from + bare.length }, `"${word}"`)];
  return [{ title: `Put ${word} in quotes`, safe: false, edits }];
}

/** Whether a word is no further fault behind a key, once it is in quotes. */
function fits(word: string, key: string): boolean {
  if (fieldNamed(key) === 'hotfixes') return false;
  const [base, version] = [canonicalBase(key), canonicalVersion(word)];
  return !base || !version || version === word || baseOf(version) === base;
}
