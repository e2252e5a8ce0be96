import { defineRule } from './rule.ts';

export const wrongType = defineRule({
  id: 'wrong-type',
  level: 'error',
  summary: 'a value of a type that makes the decoder give up',
  why: `A node decodes the file in one go: a number, list or object where a text belongs fails all of it, and every node boots
without any hotfix. It says so only in a log of the node.`,
  fix: { onRequest: 'Puts a bare number in quotes, spelled as it is.' },
  messages: {
    root: 'The config is {found} where a node expects an object: it ignores the whole file and boots without any hotfix.',
    object:
      'The value of {of} is {found} where a node expects an object: it ignores the whole file and boots without any hotfix.',
    bare: 'The value of {of} is {found} without the quotes that make it text: a node ignores the whole file and boots without any hotfix.',
    string:
      'The value of {of} is {found} where a node expects text in quotes: it ignores the whole file and boots without any hotfix.',
  },
  examples: [
    {
      before: `
{ "hotfixes": { "202604.01": 202604.01 } }
                             ^^^^^^^^^ wrong-type`,
      after: '{ "hotfixes": { "202604.01": "202604.01" } }',
    },
    {
      before: `
{ "hotfixes": ["202604.01.3"] }
              ^ wrong-type`,
    },
  ],
  check({ analysis, report }) {
    for (const fault of analysis.typeFaults) {
      const { start, end, expected, of = '', found } = fault;
      const spelled = analysis.source.text.slice(start, end);
      const compound = found === 'array' || found === 'object';
      // Shown in quotes, as all values are, it would look like the text that it is not.
      const isBare = expected === 'string' && !compound;
      const fixes = () => {
        if (found !== 'number' || expected !== 'string') return [];
        const edits = [{ start, end, text: `"${spelled}"` }];
        return [{ title: `Put ${spelled} in quotes`, safe: false, edits }];
      };
      report({
        at: { start, end: compound ? start + 1 : end },
        messageId: fault.of === undefined ? 'root' : isBare ? 'bare' : expected,
        data: { of, found: spelled },
        fixes,
      });
    }
  },
});
