import { isBase } from '../model/index.ts';
import { defineRule } from './rule.ts';

export const emptyValue = defineRule({
  id: 'empty-value',
  level: 'warning',
  summary: 'a hotfix version that is `""`, blank or `null`',
  why: `A node takes an empty version for "no hotfix". The base is listed, which looks like a hotfix to a reader, and its nodes
get nothing.`,
  messages: {
    entry: 'Base {key} is listed without a version: its nodes get no hotfix.',
    'malformed-key': 'No version stands behind {key}: whatever base is meant, its nodes get no hotfix.',
    field: '{key} is empty: a node takes it for "no hotfix".',
  },
  examples: [
    {
      before: `
{ "hotfixes": { "202604.01": "" } }
                             ^^ empty-value`,
    },
    {
      before: `
{ "scripts_version": null, "version": "202604.01.3" }
                     ^^^^ empty-value`,
    },
  ],
  skipsUsual: true,
  check({ seen, report }) {
    for (const { spelling, value, key, in: place } of seen.slots) {
      if (spelling !== 'empty-value') continue;
      // A key that is no base, as nodes look it up, has no nodes; that is another finding.
      const messageId = place !== 'entry' ? 'field' : isBase(key.value) ? 'entry' : 'malformed-key';
      report({ at: value, messageId, data: { key: key.value } });
    }
  },
});
