import { describe, expect, it } from 'vitest';
import { offersOf } from '../support/offers.ts';

const offers = (text: string) => offersOf('json-syntax', { it: '', text, offers: [] });
const entry = '"202604.01": "202604.01.3"';

describe('a finding of json-syntax offers', () => {
  it.each([
    ['a missing colon', `{ "version" "202604.01.3" }`, '{ "version": "202604.01.3" }'],
    [
      'a missing quote before the comma of its line',
      `{\n  "scripts_version": "202604.01.3,\n  "hotfixes": { ${entry} }\n}\n`,
      `{\n  "scripts_version": "202604.01.3",\n  "hotfixes": { ${entry} }\n}\n`,
    ],
    ['a missing quote', '{\n  "version": "202604.01.3\n}\n', '{\n  "version": "202604.01.3"\n}\n'],
    ['missing brackets in a line', `{ "hotfixes": { ${entry}`, `{ "hotfixes": { ${entry} } }`],
    [
      'missing brackets, each on its line',
      `{\n    "hotfixes": {\n        ${entry}\n`,
      `{\n    "hotfixes": {\n        ${entry}\n    }\n}\n`,
    ],
  ])('%s', (_, text, after) => {
    expect(offers(text)).toEqual([`→ ${after}`]);
  });

  it.each([
    ['another fault would be left', '{ "version" "202604.01.3" "note": x'],
    ['the value would be an error', '{ "hotfixes": { "202604.01": "dev"'],
    ['a comma ends the text', `{ "hotfixes": { ${entry},`],
    ['the bracket is of another kind', '{ "note": [1 }'],
  ])('nothing where %s', (_, text) => {
    expect(offers(text).filter((offer) => !offer.includes('"x"'))).toEqual([]);
  });
});
