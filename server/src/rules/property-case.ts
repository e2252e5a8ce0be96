import { keyRange, quote } from '../model/index.ts';
import { replace } from './edits.ts';
import { defineRule } from './rule.ts';

export const propertyCase = defineRule({
  id: 'property-case',
  level: 'warning',
  summary: 'a field whose name differs from the real one in case',
  why: `A node compares field names without regard to case and takes \`Hotfixes\` for \`hotfixes\`. Other tools that read the
file do not, and then the two disagree about what is rolled out.`,
  fix: { safe: 'Renames the field.' },
  messages: {
    'other-case': 'A node takes {key} for {name}, other tools do not.',
  },
  examples: [
    {
      before: `
{ "Hotfixes": { "202604.01": "202604.01.3" } }
   ^^^^^^^^ property-case`,
      after: '{ "hotfixes": { "202604.01": "202604.01.3" } }',
    },
  ],
  check({ analysis, report }) {
    for (const { name, key } of analysis.source.fields) {
      if (name === undefined || key.value === name) continue;
      const range = keyRange(analysis.source, key);
      const fixes = () => [{ title: `Rename to ${quote(name)}`, safe: true, edits: [replace(range, name)] }];
      report({ at: range, messageId: 'other-case', data: { key: key.value, name }, fixes });
    }
  },
});
