import { brokenLaw } from './fix-laws.ts';
import { randomDocument, randomFrom } from './random-documents.ts';

/** The number of documents per seed. */
const batch = 10_000;
export const mostFailures = 10;

/** Documents that break a law, with the name of the law. It stops after the first ten. */
export function failuresAmong(documents: number, seed: number): string[] {
  const failures: string[] = [];
  for (let drawn = 0; drawn < documents; drawn += batch) {
    const random = randomFrom(seed + drawn / batch);
    for (let i = drawn; i < Math.min(drawn + batch, documents); i++) {
      const text = randomDocument(random);
      const law = brokenLaw(text);
      if (law && failures.push(`${JSON.stringify(text)}: ${law}`) === mostFailures) return failures;
    }
  }
  return failures;
}
