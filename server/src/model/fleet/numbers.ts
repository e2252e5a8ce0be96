import { compareDigits } from '../version.ts';

/** The numbers of "0-2,10", ascending. As digits, because a patch can exceed the exact numbers of JavaScript. */
export function readNumbers(text: string): string[] {
  if (text === '') return [];
  return text.split(',').flatMap((part) => {
    const [first = '', last = first] = part.split('-');
    const count = Number(last) - Number(first) + 1;
    return first === last ? [first] : Array.from({ length: count }, (_, i) => String(Number(first) + i));
  });
}

/** The short form of numbers, in any order. */
export function writeNumbers(numbers: Iterable<string>): string {
  const sorted = [...new Set(numbers)].sort(compareDigits);
  const runs: { first: string; last: string }[] = [];
  for (const number of sorted) {
    const run = runs.at(-1);
    if (run && Number.isSafeInteger(Number(number)) && Number(run.last) + 1 === Number(number))
      run.last = number;
    else runs.push({ first: number, last: number });
  }
  return runs.map(({ first, last }) => (first === last ? first : `${first}-${last}`)).join(',');
}
