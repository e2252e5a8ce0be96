import { describe, expect, it } from 'vitest';
import { Analysis, applyEdits } from '../../server/src/model/index.ts';
import { check } from '../../server/src/service/findings/finding.ts';
import { fixAll } from '../../server/src/service/findings/fix-all.ts';
import { brokenLaw } from '../support/fix-laws.ts';
import { failuresAmong } from '../support/fuzz.ts';
import { today } from '../support/markers.ts';

const options = { levels: {}, today };

describe('a file that is broken', () => {
  it.each([
    '{"hotfixes":{"202611.01": x0.2\n\n    "202611.2":"202611.02.3"\n}:',
    '{"hotfixes":{"202611.01": dev\r\n"202611.2":"v202611.2.3"}:',
    '{"hotfixes":{"202603.1": "202604.1": "202605.1": "v202611.2.3"}:}',
    '{"hotfixes":[1,{],"202611.2":"v202611.2.3"}',
    '[[1,{"version":[2,{]',
    '{"a" "b" : 1 "c" : "d": "version" : " 202611.02.3 "',
  ])('is unchanged after its first fault, and its findings are at the right ranges: %j', (text) => {
    expect(brokenLaw(text)).toBeUndefined();
    expect(fixAll(new Analysis(text), options).analysis.source.text).toBe(text);
  });

  it('keeps the fixes before its first fault', () => {
    const text = '{"hotfixes":{"202611.2":"v202611.2.03","202612.1":"v202612.1.3" x';
    expect(fixAll(new Analysis(text), options).analysis.source.text).toBe(
      '{"hotfixes":{"202611.02":"202611.02.3","202612.01":"202612.01.3" x',
    );
  });

  it('offers on request what no save does', () => {
    const text = '{"hotfixes":{"202611.01": x0.2\n\n    "202611.2":"202611.02.3"\n}}';
    const fixes = check(new Analysis(text), options).flatMap((finding) => finding.fixes());
    const change = fixes.find(({ title }) => title.includes('202611.02'));
    expect(change?.safe).toBe(false);
    expect(applyEdits(text, change?.edits ?? [])).toBe(text.replace('"202611.2"', '"202611.02"'));
  });
});

describe('any file', () => {
  it('has findings on its tokens, and safe fixes change these alone, at once, and take no upgrade away', () => {
    expect(failuresAmong(3_000, 20_260_401)).toEqual([]);
  });
});

describe('edits that overlap', () => {
  it('are rejected, because their edits are at the wrong offset', () => {
    const edits = [
      { start: 0, end: 3, text: 'a' },
      { start: 2, end: 4, text: 'b' },
    ];
    expect(() => applyEdits('12345', edits)).toThrow('overlap');
  });
});
