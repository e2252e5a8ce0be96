import { isCalendarDate } from './calendar.ts';
import type { Entry } from './source.ts';
import type { Base } from './version.ts';

/** A day that every month has, so the calendar is not needed. */
const usualVersion = /^\d{4}(?:0[1-9]|1[0-2])\.(?:0[1-9]|1\d|2[0-8])\.[1-9]\d{0,18}$/;
const atMonthsEnd = /^\d{6}\.(?:29|30|31)\.[1-9]\d{0,18}$/;

/**
 * Whether an entry is correct and canonical: a valid date, the same base in key and version, a patch above 0. Nearly
 * all entries are, and most rules have nothing to report for them.
 */
export function isUsual({ key, value }: Entry): boolean {
  const base = key.value;
  return (
    value.kind === 'string' &&
    base.length === 9 &&
    value.value.startsWith(base) &&
    (usualVersion.test(value.value) || (atMonthsEnd.test(value.value) && isCalendarDate(base as Base)))
  );
}
