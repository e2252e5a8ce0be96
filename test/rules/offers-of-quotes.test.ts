import { expect, it } from 'vitest';
import { type OfferCase, offersOf } from '../support/offers.ts';

const cases: OfferCase[] = [
  {
    it: 'double quotes, one by one and for all',
    text: "{ 'version': “202604.01.3” }",
    offers: [
      'safe → { "version": "202604.01.3" }',
      'safe → { "version": “202604.01.3” }',
      'safe → { \'version\': "202604.01.3" }',
    ],
  },
  {
    it: 'double quotes on request only, where a node would ask for a package that does not exist',
    text: "{ \"version\": '202604.01.3-x', 'scripts_version': null }",
    offers: [
      '→ { "version": "202604.01.3-x", "scripts_version": null }',
      '→ { "version": "202604.01.3-x", \'scripts_version\': null }',
      '→ { "version": \'202604.01.3-x\', "scripts_version": null }',
    ],
  },
  {
    it: 'plain spaces of the same width',
    text: '{\n\u00a0\u00a0"version":\ufeff"202604.01.3"\n}',
    offers: [
      'safe → {\n  "version": "202604.01.3"\n}',
      'safe → {\n  "version":\ufeff"202604.01.3"\n}',
      'safe → {\n\u00a0\u00a0"version": "202604.01.3"\n}',
    ],
  },
];

it.each(cases.map((one) => [one.it, one] as const))('a finding of json-syntax offers %s', (_, one) => {
  expect(offersOf('json-syntax', one)).toEqual(one.offers);
});
