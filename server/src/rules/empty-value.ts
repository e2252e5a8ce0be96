import { isBase } from '../model/index.ts';
import { defineRule } from './rule.ts';

export const emptyValue = defineRule({
  id: 'empty-value',
  level: 'warning',
  summary: 'a hotfix version that is `""`, blank or `null`',
  why: `An empty version means "no hotfix". The base is listed as if it had one, but its nodes do not upgrade.`,
  messages: {
    entry: '{key} has no version, so nodes of that base get no hotfix. Add a version or remove the entry.',
    'malformed-key': '{key} has no version, so no node gets a hotfix. Add a version or remove the entry.',
    field: '{key} is empty, so nodes ignore it. Add a version or remove it.',
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
  skips: 'usual',
  check({ seen, report }) {
    for (const { spelling, value, key, role } of seen.versionProperties) {
      if (spelling !== 'empty-value') continue;
      // A key that is not a base as nodes look it up has no nodes. That is another finding.
      const messageId = role !== 'entry' ? 'field' : isBase(key.value) ? 'entry' : 'malformed-key';
      report({ at: value, messageId, data: { key: key.value } });
    }
  },
});
