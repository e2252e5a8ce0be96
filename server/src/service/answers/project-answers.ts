import { findNodeAtLocation, getLocation, type JSONPath, type Location, parseTree } from 'jsonc-parser';
import * as z from 'zod/mini';
import type { Edit, Range } from '../../model/index.ts';
import { projectSettingsSchema } from '../settings/settings.ts';

// For `.hotfixrc.json` in an editor whose JSON support does not know its schema.

type Schema = z.core.$ZodType;

export interface ProjectCompletion {
  readonly label: string;
  readonly description: string | undefined;
  readonly edit: Edit;
  /** Where typing goes on in the text of the edit. */
  readonly caret: number;
  readonly filter: string;
}

/** The settings, rules and values that can be written at an offset. */
export function projectCompletionsAt(text: string, offset: number): ProjectCompletion[] {
  if (text.trim() === '') return settingsOfNewFile(offset);
  const location = getLocation(text, offset);
  const range = touched(location, offset) ?? { start: offset, end: offset };
  if (!location.isAtPropertyKey)
    return valuesOf(schemaAt(location.path)).map((value) => {
      const json = JSON.stringify(value);
      const edit = { ...range, text: json };
      return { label: String(value), description: undefined, edit, caret: json.length, filter: json };
    });
  const isWritten = /^\s*:/.test(text.slice(range.end));
  const parent = parentOf(location.path);
  const listed = keysOf(text, parent, range);
  return Object.entries(shapeOf(schemaAt(parent)))
    .filter(([name]) => !listed.has(name))
    .map(([name, schema]) => property(name, schema, range, isWritten ? undefined : emptyValueOf(schema)));
}

function settingsOfNewFile(offset: number): ProjectCompletion[] {
  const [before, after] = ['{\n  ', '\n}\n'];
  const range = { start: offset, end: offset };
  return Object.entries(shapeOf(projectSettingsSchema)).map(([name, schema]) => {
    const { edit, caret, ...rest } = property(name, schema, range, emptyValueOf(schema));
    const whole = { ...edit, text: before + edit.text + after };
    return { ...rest, edit: whole, caret: before.length + caret };
  });
}

/** With a value if there is none yet. */
function property(name: string, schema: Schema, range: Range, value: string | undefined): ProjectCompletion {
  const filter = JSON.stringify(name);
  const text = value === undefined ? filter : `${filter}: ${value}`;
  const caret = text.length - Math.floor((value?.length ?? 0) / 2);
  return { label: name, description: descriptionOf(schema), edit: { ...range, text }, caret, filter };
}

/** The brackets or quotes of a value, between which typing goes on. */
function emptyValueOf(schema: Schema): string {
  const inner = withoutOptional(schema);
  if (inner instanceof z.ZodMiniObject) return '{}';
  if (inner instanceof z.ZodMiniArray) return '[]';
  return inner instanceof z.ZodMiniString || inner instanceof z.ZodMiniEnum ? '""' : '';
}

/** The keys of an object, except the one in a range. */
function keysOf(text: string, path: JSONPath, { start, end }: Range): ReadonlySet<string> {
  const root = parseTree(text);
  const object = root && findNodeAtLocation(root, path);
  const keys = (object?.children ?? []).flatMap(({ children }) => children?.[0] ?? []);
  return new Set(
    keys.flatMap((key) => (key.offset > end || key.offset + key.length < start ? key.value : [])),
  );
}

/** What the setting at an offset means. */
export function projectHoverAt(
  text: string,
  offset: number,
): (Range & { readonly text: string }) | undefined {
  const location = getLocation(text, offset);
  const range = touched(location, offset);
  const schema = schemaAt(location.path);
  const description = schema && descriptionOf(schema);
  return range && description ? { ...range, text: description } : undefined;
}

function touched({ previousNode }: Location, offset: number): Range | undefined {
  if (!previousNode) return undefined;
  const [start, end] = [previousNode.offset, previousNode.offset + previousNode.length];
  return start <= offset && offset <= end ? { start, end } : undefined;
}

/** Of an object in an array, the library gives the path of the object. */
function parentOf(path: JSONPath): JSONPath {
  return typeof path.at(-1) === 'string' ? path.slice(0, -1) : path;
}

function schemaAt(path: JSONPath): Schema | undefined {
  let schema: Schema | undefined = projectSettingsSchema;
  for (const segment of path)
    schema = typeof segment === 'string' ? shapeOf(schema)[segment] : elementOf(schema);
  return schema;
}

function withoutOptional(schema: Schema | undefined): Schema | undefined {
  return schema instanceof z.ZodMiniOptional ? withoutOptional(schema._zod.def.innerType) : schema;
}

function shapeOf(schema: Schema | undefined): Readonly<Record<string, Schema>> {
  const inner = withoutOptional(schema);
  if (inner instanceof z.ZodMiniObject) return inner._zod.def.shape;
  // An element of "bakedVersions" is a version or an object.
  return inner instanceof z.ZodMiniUnion ? Object.assign({}, ...inner._zod.def.options.map(shapeOf)) : {};
}

function elementOf(schema: Schema | undefined): Schema | undefined {
  const inner = withoutOptional(schema);
  return inner instanceof z.ZodMiniArray ? inner._zod.def.element : undefined;
}

function valuesOf(schema: Schema | undefined): readonly unknown[] {
  const inner = withoutOptional(schema);
  if (inner instanceof z.ZodMiniEnum) return Object.values(inner._zod.def.entries);
  return inner instanceof z.ZodMiniBoolean ? [true, false] : [];
}

function descriptionOf(schema: Schema): string | undefined {
  const inner = withoutOptional(schema);
  return inner && z.globalRegistry.get(inner)?.description;
}
