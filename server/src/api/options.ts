import { Catalogue, isVersion, quote } from '../model/index.ts';
import { type Level, levels, rules } from '../rules/index.ts';
import type { CheckOptions } from '../service/finding.ts';

interface Given {
  readonly rules?: Readonly<Record<string, Level | 'off'>> | undefined;
  readonly bakedVersions?: readonly string[] | undefined;
  readonly today?: string | undefined;
  readonly supportWindowMonths?: number | undefined;
}

/** Options as a program gave them. One that makes no sense is a fault of that program: RangeError quotes it. */
export function checkOptionsFrom(given: Given): CheckOptions {
  const { today = new Date().toISOString().slice(0, 10), supportWindowMonths } = given;
  for (const [id, level] of Object.entries(given.rules ?? {})) checkLevel(id, level);
  if (!isDay(today)) throw new RangeError(`${quote(String(today))} is no day; write YYYY-MM-DD.`);
  if (
    supportWindowMonths !== undefined &&
    !(Number.isInteger(supportWindowMonths) && supportWindowMonths > 0)
  )
    throw new RangeError(
      `A support window of ${supportWindowMonths} months makes no sense; write 1 or more.`,
    );
  return {
    levels: given.rules ?? {},
    catalogue: catalogueFrom(given.bakedVersions),
    today,
    supportWindowMonths,
  };
}

export function catalogueFrom(baked: readonly string[] = []): Catalogue {
  return new Catalogue(
    baked.map((version) => {
      if (isVersion(version)) return { version, images: [], records: [] };
      throw new RangeError(
        `${quote(String(version))} is not a baked version; write YYYYMM.DD.PATCH, such as "202604.01.0".`,
      );
    }),
  );
}

function checkLevel(id: string, level: string): void {
  if (!rules.some((rule) => rule.id === id))
    throw new RangeError(
      `There is no rule ${quote(id)}; its id is the name of its page, such as "empty-patch".`,
    );
  if (level !== 'off' && !levels.some((known) => known === level))
    throw new RangeError(
      `${quote(String(level))} is no level of rule ${quote(id)}; write one of off, ${levels.toReversed().join(', ')}.`,
    );
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}
