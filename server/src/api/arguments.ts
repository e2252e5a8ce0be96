import * as z from 'zod/mini';
import { isDay, quote } from '../model/index.ts';
import { expectation } from '../service/settings/expectation.ts';
import { bakedVersionText, projectSettingsSchema } from '../service/settings/settings.ts';

const text = z.string();

const config = z.custom<string | Uint8Array>((value) => typeof value === 'string' || isBytes(value), {
  error: ({ input }) => `${shown(input)} is neither a string nor a Uint8Array, such as a Buffer`,
});

const { rules, supportWindowMonths } = projectSettingsSchema.shape;

/** Those of all functions: who has one object for several of them may go on so. */
const options = z.strictObject({
  rules,
  supportWindowMonths,
  bakedVersions: z.optional(z.array(bakedVersionText)),
  today: z.optional(
    z
      .string()
      .check(z.refine(isDay, { error: ({ input }) => `${shown(input)} is no day; write YYYY-MM-DD` })),
  ),
  file: z.optional(text),
  baseline: z.optional(config),
  comments: z.optional(z.boolean()),
});

/**
 * Takes an argument that a program without types may have got wrong. That is a fault of the program and no result: the error
 * quotes the value and says what belongs there.
 */
function take<Schema extends z.ZodMiniType>(schema: Schema, name: string, value: unknown): z.infer<Schema> {
  const { data, error } = schema.safeParse(value, { reportInput: true });
  const [issue] = error?.issues ?? [];
  if (issue) throw new TypeError(fault(issue, name));
  return data as z.infer<Schema>;
}

export const takeText = (name: string, value: unknown) => take(text, name, value);
export const takeConfig = (name: string, value: unknown) => take(config, name, value);
export const takeOptions = (value: unknown) => take(options, 'options', value);

function fault(issue: z.core.$ZodIssue, name: string): string {
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    return issue.path[0] === 'rules'
      ? `There is no rule ${quote(key)}; its id is the name of its page, such as "empty-patch".`
      : `There is no option ${quote(key)}; there are ${Object.keys(options.shape).sort().join(', ')}.`;
  }
  const where = issue.path.length > 0 ? issue.path.map(String).join('.') : name;
  return `${quote(where)} ${expectation(issue, shown(issue.input))}.`;
}

/** In any realm: the arrays of another one are no instances of this one's class. */
function isBytes(value: unknown): value is Uint8Array {
  return typeOf(value) === '[object Uint8Array]';
}

function typeOf(value: unknown): string {
  return Object.prototype.toString.call(value);
}

/** What a message can show of a value; of bytes, promises and the like, what they are. */
function shown(value: unknown): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value !== 'object' || value === null)
    return typeof value === 'function' ? 'a function' : String(value);
  const isPlain = Array.isArray(value) || typeOf(value) === '[object Object]';
  return isPlain ? quote(json(value)) : typeOf(value);
}

function json(value: object): string {
  try {
    return JSON.stringify(value);
  } catch {
    // It refers to itself, or to what JSON has no word for.
    return typeOf(value);
  }
}
