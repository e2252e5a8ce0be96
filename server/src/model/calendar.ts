import type { Base } from './version.ts';

interface Day {
  readonly year: number;
  /** From 1; more than 12 is a month of a later year. */
  readonly month: number;
  readonly day: number;
}

/** Whether a base is a valid date. */
export function isCalendarDate(base: Base): boolean {
  const { year, month, day } = dayOf(base);
  if (month < 1 || month > 12 || day < 1) return false;
  // Every month has these days, so the calendar is not needed.
  return day <= 28 || day <= daysInMonth(year, month);
}

/**
 * The last day, YYYY-MM-DD, on which images of a base are supported: the same day after that many calendar months, or
 * the end of that month if it is shorter. Undefined for a base that is not a valid date: its support never ends.
 */
export function supportedUntil(base: Base, months: number): string | undefined {
  if (!isCalendarDate(base)) return undefined;
  const { year, month, day } = dayOf(base);
  const last = utc({ year, month: month + months, day: Math.min(day, daysInMonth(year, month + months)) });
  // As text, a year of five digits would sort before all years of four.
  return last.getUTCFullYear() > 9999 ? undefined : dayAt(last);
}

/** The days between two bases, even if they are not valid dates. */
export function daysBetween(a: Base, b: Base): number {
  return Math.abs(utc(dayOf(a)).getTime() - utc(dayOf(b)).getTime()) / 86_400_000;
}

/**
 * The day of a moment (UTC), YYYY-MM-DD, for support windows. Not by toISOString, whose first call takes a millisecond
 * of the time to the first finding.
 */
export function dayAt(time: Date): string {
  const parts = [time.getUTCFullYear(), time.getUTCMonth() + 1, time.getUTCDate()];
  return parts.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')).join('-');
}

/** Whether a text is a valid date, YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && dayAt(new Date(time)) === text;
}

function dayOf(base: Base): Day {
  return { year: Number(base.slice(0, 4)), month: Number(base.slice(4, 6)), day: Number(base.slice(7)) };
}

/** Day 0 of the next month is the last day of this month. */
function daysInMonth(year: number, month: number): number {
  return utc({ year, month: month + 1, day: 0 }).getUTCDate();
}

/** Not Date.UTC, which reads a year below 100 as one of the 20th century. */
function utc({ year, month, day }: Day): Date {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date;
}
