import { applyEdits, modify } from 'jsonc-parser';
import {
  type Analysis,
  type Base,
  baseOf,
  type Edit,
  editBetween,
  type Field,
  quote,
  type Version,
} from '../model/index.ts';
import { propertyRange, replace } from './edits.ts';
import { formattingOf } from './formatting.ts';

interface Move {
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** Moves `version` into `hotfixes`, if its base is not listed yet. */
export function moveVersionIntoMap(analysis: Analysis): Move | undefined {
  const { source } = analysis;
  const versions = source.fields.filter(({ role }) => role === 'pointer');
  const maps = source.fields.filter(({ role }) => role === 'entry');
  const property = analysis.versionProperties.find((candidate) => candidate.role === 'pointer');
  const [map] = maps;
  if (!property?.version || versions.length !== 1 || maps.length > 1 || source.faults.length > 0)
    return undefined;
  const { version } = property;
  const base = baseOf(version);
  if (map && (map.value.kind !== 'object' || analysis.byBase.isListed(base))) return undefined;
  const edits = map
    ? [intoMap(source.text, map, property.field, version)]
    : [replace(propertyRange(property), newMap(source.text, property.field, version))];
  return { title: `Move "version" into "hotfixes" as base ${quote(base)}`, edits };
}

/** One edit, because the added entry and the removed field can touch, and edits must not overlap. */
function intoMap(text: string, map: Field, field: Field, version: Version): Edit {
  const base = baseOf(version);
  return editBetween(text, movedIntoMap(text, map.key.value, field.key.value, base, version));
}

/** The text after a top-level field became an entry, in the order of the bases. */
export function movedIntoMap(text: string, map: string, field: string, base: Base, version: string): string {
  const options = {
    formattingOptions: formattingOf(text),
    // A new map takes the place of the field.
    getInsertionIndex: (keys: readonly string[]) =>
      keys.includes(field) ? keys.indexOf(field) : keys.filter((key) => key < base).length,
  };
  const listed = applyEdits(text, modify(text, [map, base], version, options));
  return applyEdits(listed, modify(listed, [field], undefined, options));
}

function newMap(text: string, { key }: Field, version: Version): string {
  const entry = `"${baseOf(version)}": "${version}"`;
  const indent = /(?:^|\n)([ \t]*)$/.exec(text.slice(0, key.start))?.[1];
  if (indent === undefined) return `"hotfixes": { ${entry} }`;
  const { eol } = formattingOf(text);
  return `"hotfixes": {${eol}${indent}${indent}${entry}${eol}${indent}}`;
}
