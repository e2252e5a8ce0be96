import { expect, it } from 'vitest';
import { Analysis, binaryVerdict, explainReason, scriptsVerdict } from '../../server/src/model/index.ts';

const entry = '{ "hotfixes": { "202604.01": " 202604.01.3 " } }';

it.each([
  ['[', '202604.01.0', 'nodes cannot read the file'],
  ['{}', '202604.01.0', '"version" is empty or missing'],
  ['{ "hotfixes": {}, "version": " " }', '202604.01.0', '"version" is empty or missing'],
  [entry, 'dev', 'baked version "dev" does not have three parts, so it has no base'],
  [entry, '202604.01', 'baked version "202604.01" does not have three parts, so it has no base'],
  [entry, '202604.01.', 'baked version "202604.01." does not have three parts, so it has no base'],
  [entry, '.01.3', 'baked version ".01.3" does not have three parts, so it has no base'],
  [entry, '202604..3', 'baked version "202604..3" does not have three parts, so it has no base'],
  [entry, '202605.30.0', 'base "202605.30" is not in "hotfixes"'],
  ['{ "hotfixes": { "202604.01": " " } }', '202604.01.0', 'the entry of base "202604.01" is empty'],
  [entry, '202604.01.x', 'baked version "202604.01.x" is not a valid version'],
  [entry, '202604.01..', 'baked version "202604.01.." is not a valid version'],
  [entry, '202604.01.0.1', 'baked version "202604.01.0.1" is not a valid version'],
  [
    '{ "hotfixes": { "202604.01": "dev" } }',
    '202604.01.0',
    '"dev" from the entry of base "202604.01" is not a valid version',
  ],
  ['{ "version": "dev" }', '202604.01.0', '"dev" from "version" is not a valid version'],
  ['{ "version": "202604.02.1" }', '202604.01.0', '"202604.02.1" from "version" has another base'],
  ['{ "version": "202605.01.1" }', '202604.01.0', '"202605.01.1" from "version" has another base'],
  ['{ "version": "202604" }', '202604.0.0', 'already at the patch of "202604" from "version"'],
  [entry, ' 202604.01.3 ', 'already at the patch of "202604.01.3" from the entry of base "202604.01"'],
  [entry, '202604.01.10', 'already at a higher patch than "202604.01.3" from the entry of base "202604.01"'],
  [
    entry,
    '202604.01.2',
    '"202604.01.3" from the entry of base "202604.01" has the same base and a higher patch',
  ],
])('%s, baked version %j: %s', (text, baked, why) => {
  expect(explainReason(binaryVerdict(new Analysis(text).config, baked).reason)).toBe(why);
});

it.each([
  ['{ "version": "202604.01.3" }', '"scripts_version" is empty or missing'],
  [
    '{ "scripts_version": "202604.01.3" }',
    '"202604.01.3" from "scripts_version" has the same base and a higher patch',
  ],
])('of %s for scripts is: %s', (text, why) => {
  expect(explainReason(scriptsVerdict(new Analysis(text).config, '202604.01.0').reason)).toBe(why);
});
