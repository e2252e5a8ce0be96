import { getLocation, type JSONPath, type Location } from 'jsonc-parser';
import * as z from 'zod/mini';
import type { Edit, Range } from '../../model/index.ts';
import { projectSettingsSchema } from '../settings/settings.ts';

// For `.hotfixrc.json` in an editor whose JSON support does not know its schema.

type Schema = z.core.$ZodType;

export interface ProjectCompletion {
  readonly label: string;
  readonly description: string | undefined;
  readonly edit: Edit;
}

/** The settings, rules and values that can be written at an offset. */
export function projectCompletionsAt(text: string, offset: number): ProjectCompletion[] {
  const location = getLocation(text, offset);
  const range = touched(location, offset) ?? { start: offset, end: offset };
  const completion = (label: string, json: string, schema?: Schema): ProjectCompletion => ({
    label,
    description: schema && descriptionOf(schema),
    edit: { ...range, text: json },
  });
  if (!location.isAtPropertyKey)
    return valuesOf(schemaAt(location.path)).map((value) => completion(String(value), JSON.stringify(value)));
  const colon = /^\s*:/.test(text.slice(range.end)) ? '' : ': ';
  return Object.entries(shapeOf(schemaAt(parentOf(location.path)))).map(([name, schema]) =>
    completion(name, JSON.stringify(name) + colon, schema),
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
