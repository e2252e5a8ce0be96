/** The canonical spelling of the first two parts: `YYYYMM.DD`. */
export const basePattern = /^\d{6}\.\d{2}$/;
/** The canonical spelling of a version: `YYYYMM.DD.PATCH`, the patch without leading zeros. */
export const versionPattern = /^(\d{6}\.\d{2})\.(0|[1-9]\d*)$/;
const loosePattern =
  /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:-([\dA-Za-z-]+(?:\.[\dA-Za-z-]+)*))?(?:\+[\dA-Za-z-]+(?:\.[\dA-Za-z-]+)*)?$/;
const largestNumber = '18446744073709551615';

declare const base: unique symbol;
declare const version: unique symbol;
/** `YYYYMM.DD`, in its canonical spelling. */
export type Base = string & { readonly [base]: true };
/** `YYYYMM.DD.PATCH`, in its canonical spelling, with a patch within unsigned 64 bits. */
export type Version = string & { readonly [version]: true };

/** Digits without leading zeros, because the numbers can exceed the exact numbers of JavaScript. */
type Digits = string;

export interface LooseVersion {
  readonly major: Digits;
  readonly minor: Digits;
  readonly patch: Digits;
  /** A pre-release or build part. A node parses it, but ignores it in comparisons. */
  readonly suffixed: boolean;
}

/** A trimmed text as parsed by a node's semantic-version library; undefined if it is invalid. */
export function parseLoose(text: string): LooseVersion | undefined {
  const match = loosePattern.exec(text);
  if (!match) return undefined;
  const [, major = '', minor = '0', patch = '0', preRelease] = match;
  const loose = {
    major: withoutLeadingZeros(major),
    minor: withoutLeadingZeros(minor),
    patch: withoutLeadingZeros(patch),
    suffixed: /[-+]/.test(text),
  };
  const numbers = [loose.major, loose.minor, loose.patch];
  if (numbers.some((digits) => compareDigits(digits, largestNumber) > 0)) return undefined;
  if (preRelease !== undefined && /(?:^|\.)0\d+(?:\.|$)/.test(preRelease)) return undefined;
  return loose;
}

export function compareDigits(a: Digits, b: Digits): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}

function withoutLeadingZeros(digits: string): Digits {
  return digits.replace(/^0+(?=\d)/, '');
}

export function isBase(text: string): text is Base {
  return basePattern.test(text);
}

/** The base that a node reads in a version, in any spelling. */
export function looseBase(text: string): Base | undefined {
  const read = parseLoose(text);
  const base = read && `${read.major}.${read.minor.padStart(2, '0')}`;
  return base !== undefined && isBase(base) ? base : undefined;
}

export function isVersion(text: string): text is Version {
  const patch = versionPattern.exec(text)?.[2];
  return patch !== undefined && compareDigits(patch, largestNumber) <= 0;
}

export function baseOf(text: Version): Base {
  return text.slice(0, 9) as Base;
}

export function patchOf(text: Version): Digits {
  return text.slice(10);
}

export function versionFrom(ofBase: Base, patch: Digits): Version {
  return `${ofBase}.${patch}` as Version;
}

/** The patch after `patch`; undefined if a node could not read that number. */
export function patchAfter(patch: Digits): Digits | undefined {
  const next = String(BigInt(patch) + 1n);
  return compareDigits(next, largestNumber) <= 0 ? next : undefined;
}

/** The base that a misspelled one means: trimmed text with a `v`, an unpadded day or an extra patch. */
export function canonicalBase(trimmed: string): Base | undefined {
  if (isBase(trimmed)) return trimmed;
  const match = /^v?(\d{6})\.(\d{1,2})(?:\.\d*)?$/.exec(trimmed);
  return match ? (`${match[1]}.${match[2]?.padStart(2, '0')}` as Base) : undefined;
}

const datePattern =
  /^(?:v(?:0\.)?)?(\d{4})([-/.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?:\.(0|[1-9]\d*))?$/;

/** The base that a date means, such as `2026-07-29` or that of a tag, `v0.20260729.3`; with its patch, if it has one. */
export function dateMeant(trimmed: string): { base: Base; patch: Digits | undefined } | undefined {
  const [, year, , month, day, patch] = datePattern.exec(trimmed) ?? [];
  return year === undefined ? undefined : { base: `${year}${month}.${day}` as Base, patch };
}

/**
 * The canonical spelling of the version that a node reads from a trimmed text. Undefined if the node reads none, if
 * the patch is missing, and if a pre-release or build part would be lost, because its author may need it.
 */
export function canonicalVersion(trimmed: string): Version | undefined {
  if (isVersion(trimmed)) return trimmed;
  const loose = parseLoose(trimmed);
  if (!loose || loose.suffixed || trimmed.split('.').length !== 3) return undefined;
  const text = `${loose.major}.${loose.minor.padStart(2, '0')}.${loose.patch}`;
  return isVersion(text) ? text : undefined;
}
