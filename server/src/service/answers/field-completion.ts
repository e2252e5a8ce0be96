import {
  type Analysis,
  baseOf,
  definitionOf,
  fieldNames,
  roleOf,
  shapeOf,
  type Version,
} from '../../model/index.ts';
import { formattingOf } from '../../rules/formatting.ts';
import {
  type ClientInsertionPoint,
  type CompletionAnswer,
  commaAfter,
  insertion,
} from './completion-answer.ts';

const empty = { text: ['"', '"'], list: ['[', ']'], object: ['{', '}'] } as const;

/** Configs for an empty file: with the newest hotfix, if there is one, and without entries. Served are only maps. */
export function skeletons(
  offset: number,
  newest: Version | undefined,
  isServed: boolean,
): CompletionAnswer[] {
  const at = (text: string) => ({ start: offset, end: offset, text });
  const map = (inside: string) => `  "hotfixes": {${inside}}`;
  const empty: CompletionAnswer = {
    label: '{ "hotfixes": { } }',
    detail: 'a hotfix config',
    edit: at(`{\n${map('')}\n}\n`),
    snippet: `{\n${map('\n    $0\n  ')}\n}\n`,
  };
  if (!newest) return [empty];
  const filled = (label: string, detail: string, ...fields: readonly string[]): CompletionAnswer => {
    const snippet = `{\n${fields.join(',\n')}\n}\n`;
    return { label, row: newest, detail, edit: at(snippet.replace('$0', '')), snippet };
  };
  const entry = map(`\n    "${baseOf(newest)}": "${newest}"$0\n  `);
  const withMap = filled('{ "hotfixes": … }', 'a map with the newest supported base', entry);
  if (isServed) return [withMap, empty];
  const scripts = `  "scripts_version": "${newest}"`;
  return [
    withMap,
    filled('{ …, "scripts_version": … }', 'the same, with scripts', entry, scripts),
    filled('{ "version": … }', 'one version, as older tools write it', `  "version": "${newest}"$0`),
    empty,
  ];
}

/** The missing fields, each with an empty value that contains the caret. */
export function fieldCompletions(analysis: Analysis, point: ClientInsertionPoint): CompletionAnswer[] {
  const { source } = analysis;
  const taken = new Set(source.fields.map(({ name }) => name));
  return fieldNames
    .filter((name) => !taken.has(name) && !(analysis.isServed && roleOf(name) !== 'entry'))
    .map((name) => {
      const { missingComma } = point;
      const answer = { label: name, detail: definitionOf(name).detail, missingComma };
      if (point.after === 'colon') return { ...answer, edit: insertion(analysis, point, `"${name}"`) };
      const insert = (value: string) => insertion(analysis, point, `"${name}": ${value}${commaAfter(point)}`);
      const shape = shapeOf(name);
      const [open, close] = shape === 'object' ? around(source.text) : empty[shape];
      return {
        ...answer,
        edit: insert(empty[shape].join('')),
        snippet: insert(`${open}$0${close}`).text,
      };
    });
}

/** On several lines if the file has several. The editor adds the indentation of the line with the caret. */
function around(text: string): readonly [open: string, close: string] {
  if (!text.includes('\n')) return ['{ ', ' }'];
  const { insertSpaces, tabSize } = formattingOf(text);
  return [`{\n${insertSpaces ? ' '.repeat(tabSize) : '\t'}`, '\n}'];
}
