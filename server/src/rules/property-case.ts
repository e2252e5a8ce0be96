import { keyRange, quote } from '../model/index.ts';
import { replace } from './edits.ts';
import { defineRule } from './rule.ts';

export const propertyCase = defineRule({
  id: 'property-case',
  level: 'warning',
  summary: 'a field name in the wrong case, such as `Hotfixes`',
  why: `Nodes ignore case in field names, so \`Hotfixes\` works as \`hotfixes\`. Other tools may not, and then show
a different rollout.`,
  fix: {
    safe: 'Renames the field.',
  },
  messages: {
    'other-case': '{key} has the wrong case. Nodes accept it, but other tools may not. Rename it to {name}.',
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
