import { Analysis, Catalogue, fieldNames, keyRange, quote } from '../model/index.ts';
import { baseMismatch } from './base-mismatch.ts';
import { replace } from './edits.ts';
import { emptyPatch } from './empty-patch.ts';
import { malformedBase } from './malformed-base.ts';
import { malformedVersion } from './malformed-version.ts';
import { nearestField } from './nearest-field.ts';
import { defineRule, type Rule } from './rule.ts';
import { wrongType } from './wrong-type.ts';

const inWords = (names: readonly string[], word: string) =>
  `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`;

export const unknownProperty = defineRule({
  id: 'unknown-property',
  level: 'warning',
  summary: 'a field that nodes ignore',
  why: `Nodes read ${inWords(
    fieldNames.map((name) => `\`${name}\``),
    'and',
  )}, and silently ignore all other fields, such as \`hotfix\` or
\`scriptsVersion\`. They also ignore \`$schema\`, which is for editors and not flagged.`,
  fix: {
    onRequest: 'Renames a misspelled field.',
  },
  messages: {
    unknown: `{key} is not a known field, so nodes ignore it. Use ${inWords(
      fieldNames.map((name) => `"${name}"`),
      'or',
    )}, or remove it.`,
    'near-miss': '{key} is not a known field, so nodes ignore it. Rename it to {name} if you meant that.',
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
      const meant = nearestField(key.value);
      if (!meant) report({ at: range, messageId: 'unknown', data: { key: key.value } });
      else {
        const fixes = () => {
          const text = analysis.source.text.slice(value.start, value.end);
          if (taken.has(meant) || hasErrors(new Analysis(`{"${meant}":${text}}`))) return [];
          return [{ title: `Rename to ${quote(meant)}`, safe: false, edits: [replace(range, meant)] }];
        };
        report({ at: range, messageId: 'near-miss', data: { key: key.value, name: meant }, fixes });
      }
    }
  },
});

const ofValues: readonly Rule[] = [wrongType, malformedBase, malformedVersion, emptyPatch, baseMismatch];

/** After renaming, a value of another type would make the whole file unreadable, and faults inside it would be errors. */
function hasErrors(analysis: Analysis): boolean {
  let found = false;
  const report = () => {
    found = true;
  };
  const { unusual: seen } = analysis;
  const known = { seen, catalogue: Catalogue.empty, today: '', supportWindowMonths: 0 };
  const none = { baseline: undefined, payload: undefined, payloadBaseline: undefined };
  for (const rule of ofValues)
    rule.check({ analysis, ...known, ...none, acceptedFor: () => undefined, report });
  return found;
}
