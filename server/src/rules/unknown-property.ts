import {
  Analysis,
  type Field,
  type FieldName,
  fieldNames,
  keyRange,
  quote,
  type Range,
  roleOf,
} from '../model/index.ts';
import { replace } from './edits.ts';
import { hasErrors } from './errors-of-values.ts';
import { baseMeant, movesIntoMap } from './move-bases.ts';
import { nearestField } from './nearest-field.ts';
import { removeProperty } from './remove-property.ts';
import { defineRule, type Fix } from './rule.ts';

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
\`scriptsVersion\`. They also ignore \`$schema\`, which is for editors and not flagged. From a map that
the live-patching service serves, they take only \`hotfixes\`.`,
  fix: {
    onRequest: 'Renames a misspelled field, moves a base into `hotfixes`, or removes the field.',
  },
  messages: {
    unknown: `{key} is not a known field, so nodes ignore it. Use ${inWords(
      fieldNames.map((name) => `"${name}"`),
      'or',
    )}, or remove it.`,
    'near-miss': '{key} is not a known field, so nodes ignore it. Rename it to {name} if you meant that.',
    'not-served': 'Nodes take only "hotfixes" from a served map, so they ignore {key} in it. Remove it.',
    misplaced: '{key} is a base outside "hotfixes", so nodes ignore it. Move it into "hotfixes".',
    'misplaced-date':
      '{key} is a date outside "hotfixes", so nodes ignore it. Move it into "hotfixes" as base {base}.',
  },
  examples: [
    {
      before: `
{ "hotfix": { "202604.01": "202604.01.3" }, "version": "202604.01.3" }
   ^^^^^^ unknown-property`,
      after: '{ "hotfixes": { "202604.01": "202604.01.3" }, "version": "202604.01.3" }',
    },
    {
      before: `
{
  "hotfixes": { "202604.01": "202604.01.3" },
  "202605.30": "202605.30.1"
   ^^^^^^^^^ unknown-property
}`,
      after: `{
  "hotfixes": {
    "202604.01": "202604.01.3",
    "202605.30": "202605.30.1"
  }
}`,
    },
  ],
  check({ analysis, report }) {
    const unknown = analysis.source.fields.filter(
      ({ name, key }) => name === undefined && key.value !== '$schema',
    );
    let moves: ReturnType<typeof movesIntoMap> | undefined;
    const move = (field: Field) => {
      moves ??= movesIntoMap(analysis, unknown);
      return moves(field);
    };
    const other = analysis.isServed ? 'not-served' : 'unknown';
    for (const field of unknown) {
      const key = field.key.value;
      const at = keyRange(analysis.source, field.key);
      const name = nearestIn(analysis, key);
      const meant = baseMeant(key);
      const fixes = () => [
        ...(name ? rename(analysis, field, at, name) : []),
        ...(meant ? move(field) : []),
        ...remove(analysis, field),
      ];
      if (name) report({ at, messageId: 'near-miss', data: { key, name }, fixes });
      else if (meant?.isDate)
        report({ at, messageId: 'misplaced-date', data: { key, base: meant.base }, fixes });
      else report({ at, messageId: meant ? 'misplaced' : other, data: { key }, fixes });
    }
  },
});

/** The field that nodes would read here. */
function nearestIn({ isServed }: Analysis, key: string): FieldName | undefined {
  const name = nearestField(key);
  return isServed && roleOf(name) !== 'entry' ? undefined : name;
}

/** Not for a value of another type, which would make the whole file unreadable, or with faults, which would be errors. */
function rename({ source }: Analysis, { value }: Field, at: Range, name: string): Fix[] {
  const text = source.text.slice(value.start, value.end);
  const isTaken = source.fields.some((field) => field.name === name);
  if (isTaken || hasErrors(new Analysis(`{"${name}":${text}}`))) return [];
  return [{ title: `Rename to ${quote(name)}`, safe: false, edits: [replace(at, name)] }];
}

function remove({ source }: Analysis, field: Field): Fix[] {
  const edits = removeProperty(source, field, source.fields);
  return edits.length > 0 ? [{ title: `Remove ${quote(field.key.value)}`, safe: false, edits }] : [];
}
