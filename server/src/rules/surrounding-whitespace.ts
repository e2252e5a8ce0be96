import { quote, type Range, rangeInside, type StringNode, trimmedRange } from '../model/index.ts';
import { replace } from './edits.ts';
import { defineRule } from './rule.ts';

export const surroundingWhitespace = defineRule({
  id: 'surrounding-whitespace',
  level: 'warning',
  summary: 'white space around a hotfix version',
  why: `Nodes trim it. Other tools that read the file may not, and reviewers cannot see it.`,
  fix: {
    safe: 'Removes the white space.',
  },
  messages: {
    untrimmed: '{value} has white space around it. Nodes trim it, but other tools may not. Remove it.',
  },
  examples: [
    {
      before: `
{ "hotfixes": { "202604.01": "202604.01.3 " } }
                                         ^ surrounding-whitespace`,
      after: '{ "hotfixes": { "202604.01": "202604.01.3" } }',
    },
  ],
  skips: 'usual',
  check({ analysis, seen, report }) {
    for (const property of seen.versionProperties) {
      const { value, trimmed } = property;
      // A blank value is an empty one. That is another finding.
      if (value.kind === 'null' || trimmed === '' || trimmed === value.value) continue;
      const around = whiteSpaceAround(analysis.source.text, value);
      const [first, last] = [around[0], around.at(-1)];
      if (!first || !last) continue;
      const edits = around.map((range) => replace(range, ''));
      const fixes = () => [{ title: `Trim version to ${quote(trimmed)}`, safe: true, edits }];
      report({
        at: { start: first.start, end: last.end },
        messageId: 'untrimmed',
        data: { value: value.value },
        fixes,
      });
    }
  },
});

function whiteSpaceAround(text: string, token: StringNode): Range[] {
  const { value } = token;
  const { start, end } = trimmedRange(value);
  const ranges = [rangeInside(text, token, 0, start), rangeInside(text, token, end, value.length)];
  return ranges.filter((range) => range.start < range.end);
}
