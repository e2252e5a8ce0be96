import { distance } from 'fastest-levenshtein';
import { type FieldName, fieldNames, keyRange, quote } from '../model/index.ts';
import { replace } from './edits.ts';
import { defineRule } from './rule.ts';

export const unknownProperty = defineRule({
  id: 'unknown-property',
  level: 'warning',
  summary: 'a field that no node reads',
  why: `A node reads \`hotfixes\`, \`version\` and \`scripts_version\` and silently ignores everything else: \`hotfix\` or
\`scriptsVersion\` asks for nothing. \`$schema\` is ignored too, and is there for editors.`,
  fix: { onRequest: 'Renames a near miss to the field that was probably meant.' },
  messages: {
    unknown:
      'No node reads {key}: it reads "hotfixes", "version" and "scripts_version" and ignores all else.',
    nearMiss: 'No node reads {key}; did you mean {name}? As it stands it asks for nothing.',
  },
  examples: [
    {
      before: `
{ "hotfix": { "202604.01": "202604.01.3" }, "version": "202604.01.3" }
   ^^^^^^ unknown-property`,
      after: '{ "hotfixes": { "202604.01": "202604.01.3" }, "version": "202604.01.3" }',
    },
  ],
  check({ analysis, report }) {
    const taken = new Set(analysis.source.fields.map(({ name }) => name));
    for (const { name, key, value } of analysis.source.fields) {
      if (name !== undefined || key.value === '$schema') continue;
      const range = keyRange(analysis.source, key);
      const meant = nearest(key.value);
      if (!meant) report({ at: range, message: 'unknown', data: { key: key.value } });
      else {
        const rename = { title: `Rename to ${quote(meant)}`, safe: false, edits: [replace(range, meant)] };
        // Under its right name, a value of another type would void the whole file.
        const isOfUse = value.kind === 'null' || value.kind === (meant === 'hotfixes' ? 'object' : 'string');
        const fixes = () => (taken.has(meant) || !isOfUse ? [] : [rename]);
        report({ at: range, message: 'nearMiss', data: { key: key.value, name: meant }, fixes });
      }
    }
  },
});

/** The field that a name misses by two letters at most, spelling of compounds (`scriptsVersion`) aside. */
function nearest(key: string): FieldName | undefined {
  const plain = key.toLowerCase().replace(/[^a-z]/g, '');
  return fieldNames.find((name) => distance(plain, name.replace('_', '')) <= 2);
}
