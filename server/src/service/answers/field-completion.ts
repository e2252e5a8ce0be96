import { type Analysis, definitionOf, fieldNames, roleOf, shapeOf } from '../../model/index.ts';
import { formattingOf } from '../../rules/formatting.ts';
import {
  type ClientInsertionPoint,
  type CompletionAnswer,
  commaAfter,
  insertion,
} from './completion-answer.ts';

const empty = { text: ['"', '"'], list: ['[', ']'], object: ['{', '}'] } as const;

/** A config without entries, for an empty file. */
export function skeleton(offset: number): CompletionAnswer {
  const written = (inside: string) => `{\n  "hotfixes": {${inside}}\n}\n`;
  return {
    label: '{ "hotfixes": { } }',
    detail: 'a hotfix config',
    edit: { start: offset, end: offset, text: written('') },
    snippet: written('\n    $0\n  '),
  };
}

/** The missing fields, each with an empty value that contains the caret. */
export function fieldCompletions(analysis: Analysis, point: ClientInsertionPoint): CompletionAnswer[] {
  const { source } = analysis;
  const taken = new Set(source.fields.map(({ name }) => name));
  return fieldNames
    .filter((name) => !taken.has(name) && !(analysis.isServed && roleOf(name) !== 'entry'))
    .map((name) => {
      const answer = { label: name, detail: definitionOf(name).detail };
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
