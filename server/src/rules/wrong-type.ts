import { installersElsewhere } from './installed-elsewhere.ts';
import { defineRule } from './rule.ts';

export const wrongType = defineRule({
  id: 'wrong-type',
  level: 'error',
  summary: 'a value of the wrong type',
  why: `Nodes decode the whole file at once. A number, an array or an object where a string belongs makes them ignore all of it, and
every node boots without a hotfix. Only the log of the node says so.`,
  fix: {
    onRequest: 'Puts a bare number in quotes.',
  },
  messages: {
    root: '{found} is not an object. Nodes ignore the whole file. Write the config in braces.',
    object: '{found} is not an object, which {of} must be. Nodes ignore the whole file. Write it in braces.',
    bare: '{found} has no quotes around it, so {of} is not a string. Nodes ignore the whole file. Add double quotes.',
    string:
      '{found} is not a string, which {of} must be. Nodes ignore the whole file. Write a version in double quotes.',
    'installed-elsewhere':
      'Nodes of {other} read only "version" and install {value}, because their controller does not know the other fields.',
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
  check({ analysis, catalogue, report }) {
    if (analysis.typeFaults.length === 0) return;
    const related = analysis.unusual.versionProperties.flatMap((property) => {
      const [other] = installersElsewhere(analysis, property, catalogue);
      const data = { value: property.trimmed };
      return other
        ? [{ at: property.value, messageId: 'installed-elsewhere', data: { ...data, other } } as const]
        : [];
    });
    for (const fault of analysis.typeFaults) {
      const { start, end, expected, of = '', found } = fault;
      const spelled = analysis.source.text.slice(start, end);
      const compound = found === 'array' || found === 'object';
      // The message shows values in quotes, so it says that the file has none.
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
        related,
        fixes,
      });
    }
  },
});
