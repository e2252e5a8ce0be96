import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Analysis, isBase, isCalendarDate, type Slot } from '../../server/src/model/index.ts';
import { documents } from '../support/documents.ts';

function isFaultless({ in: place, key, value, base, version, spelling, comparison }: Slot): boolean {
  const spelled =
    spelling === undefined && comparison === undefined && value.kind === 'string' && version === value.value;
  return place === 'entry' && isBase(key.value) && base === key.value && isCalendarDate(base) && spelled;
}

describe('the entries that rules look at', () => {
  it('are all that something could be wrong with', () => {
    fc.assert(
      fc.property(documents, (text) => {
        const analysis = new Analysis(text);
        const odd = new Set(analysis.liveOddSlots.map(({ value }) => value));
        const seen = analysis.liveSlots;
        const passedOver = seen.filter(({ value }) => !odd.has(value));
        expect(passedOver.filter((slot) => !isFaultless(slot))).toEqual([]);
        expect(analysis.slotsWhere(() => true)).toHaveLength(seen.length);
      }),
    );
  });
});
