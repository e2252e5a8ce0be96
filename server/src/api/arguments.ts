import * as z from 'zod/mini';
import { isDay, quote } from '../model/index.ts';
import { expectation } from '../service/settings/expectation.ts';
import { bakedVersionText, projectSettingsSchema } from '../service/settings/settings.ts';

const text = z.string();

const config = z.custom<string | Uint8Array>((value) => typeof value === 'string' || isBytes(value), {
  error: ({ input }) => `${shown(input)} is neither a string nor a Uint8Array (such as a Buffer)`,
});

const { rules, supportWindowMonths, acceptedLosses } = projectSettingsSchema.shape;

/** The options of all functions, so that one object can be passed to several of them. */
const options = z.strictObject({
  rules,
  supportWindowMonths,
  acceptedLosses,
  bakedVersions: z.optional(z.array(bakedVersionText)),
  bundledRecord: z.optional(z.boolean()),
  today: z.optional(
    z
      .string()
      .check(z.refine(isDay, { error: ({ input }) => `${shown(input)} is not a valid date (YYYY-MM-DD)` })),
  ),
  file: z.optional(text),
  baseline: z.optional(config),
  payload: z.optional(config),
  comments: z.optional(z.boolean()),
});

/**
 * Validates an argument, for programs without types. An invalid argument is a bug in the program, so this throws. The error
 * quotes the value and names the expected type.
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
      ? `Unknown rule ${quote(key)}. A rule id looks like "empty-patch".`
      : `Unknown option ${quote(key)}. Options are ${Object.keys(options.shape).sort().join(', ')}.`;
  }
  const where = issue.path.length > 0 ? issue.path.map(String).join('.') : name;
  return `${quote(where)} ${expectation(issue, shown(issue.input))}.`;
}

/** Works for arrays of another realm too, which are not instances of this realm's class. */
function isBytes(value: unknown): value is Uint8Array {
  return typeOf(value) === '[object Uint8Array]';
}

function typeOf(value: unknown): string {
  return Object.prototype.toString.call(value);
}

/** A value as shown in a message; for bytes, promises and similar values their type. */
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
    // A circular value, or one that JSON does not support.
    return typeOf(value);
  }
}
