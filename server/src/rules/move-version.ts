import { modify } from 'jsonc-parser';
import { type Analysis, baseOf, type Field, quote, type Version } from '../model/index.ts';
import { propertyRange, removeProperty, replace } from './edits.ts';
import type { Edit } from './rule.ts';

interface Move {
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** Turns `version` into an entry of `hotfixes`, where it has a base that is not listed yet. */
export function moveVersionIntoMap(analysis: Analysis): Move | undefined {
  const { source } = analysis;
  const versions = source.fields.filter(({ name }) => name === 'version');
  const maps = source.fields.filter(({ name }) => name === 'hotfixes');
  const slot = analysis.slots.find((candidate) => candidate.in === 'version');
  const [map] = maps;
  if (!slot?.version || versions.length !== 1 || maps.length > 1 || source.faults.length > 0)
    return undefined;
  const { version } = slot;
  const base = baseOf(version);
  if (map && (map.value.kind !== 'object' || map.entries.some(({ key }) => key.value === base)))
    return undefined;
  const edits = map
    ? [addEntry(source.text, map, version), removeProperty(source, slot.field, source.fields)]
    : [replace(propertyRange(slot), newMap(source.text, slot.field, version))];
  return { title: `Move "version" into "hotfixes" as base ${quote(base)}`, edits };
}

function addEntry(text: string, map: Field, version: Version): Edit {
  const base = baseOf(version);
  const edits = modify(text, [map.key.value, base], version, {
    formattingOptions: formatting(text),
    getInsertionIndex: (keys) => keys.filter((key) => key < base).length,
  });
  const [edit] = edits;
  if (!edit || edits.length > 1) throw new Error(`An insertion into hotfixes came as ${edits.length} edits`);
  return { start: edit.offset, end: edit.offset + edit.length, text: edit.content };
}

function newMap(text: string, { key }: Field, version: Version): string {
  const entry = `"${baseOf(version)}": "${version}"`;
  const indent = /(?:^|\n)([ \t]*)$/.exec(text.slice(0, key.start))?.[1];
  if (indent === undefined) return `"hotfixes": { ${entry} }`;
  const { eol } = formatting(text);
  return `"hotfixes": {${eol}${indent}${indent}${entry}${eol}${indent}}`;
}

/** The file's own habits, read off its first indented line. */
function formatting(text: string) {
  const indent = /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 4 : indent.length,
    eol,
  };
}
