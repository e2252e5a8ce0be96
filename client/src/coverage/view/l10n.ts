import { isString } from './shape.ts';

/** The page's texts in its reader's language, by the English ones. A page without any speaks English. */
const words = readWords(typeof document === 'undefined' ? null : document.getElementById('coverage'));

const language = words.size > 0 ? document.documentElement.lang : 'en';

/** The text in the reader's language, with the arguments in the places of `{0}`, `{1}` and so on. */
export function t(message: string, ...args: readonly (string | number)[]): string {
  return nodes(message, ...args.map(String)).join('');
}

/** The same with elements in those places. */
export function nodes<T>(message: string, ...args: readonly T[]): (T | string)[] {
  const parts = (words.get(message) ?? message).split(/\{(\d+)\}/);
  return parts.map((part, i) => (i % 2 === 0 ? part : (args[Number(part)] ?? `{${part}}`)));
}

/** "January", or "Jan" for short; months count from 0. */
export function monthName(month: number, form: 'long' | 'short'): string {
  const day = new Date(Date.UTC(2000, month));
  return new Intl.DateTimeFormat(language, { month: form, timeZone: 'UTC' }).format(day);
}

function readWords(page: HTMLElement | null): ReadonlyMap<string, string> {
  const given: unknown = JSON.parse(page?.dataset['words'] ?? '{}');
  const entries: [string, unknown][] =
    typeof given === 'object' && given !== null ? Object.entries(given) : [];
  return new Map(entries.flatMap(([english, word]) => (isString(word) ? [[english, word]] : [])));
}
