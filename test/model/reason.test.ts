import { expect, it } from 'vitest';
import { Analysis, binaryVerdict, explainReason, scriptsVerdict } from '../../server/src/model/index.ts';

const entry = '{ "hotfixes": { "202604.01": " 202604.01.3 " } }';

it.each([
  ['[', '202604.01.0', 'the file cannot be read, so no hotfix applies'],
  ['{}', '202604.01.0', '"version" is empty or absent'],
  ['{ "hotfixes": {}, "version": " " }', '202604.01.0', '"version" is empty or absent'],
  [entry, 'dev', 'the baked version "dev" has no three parts, so there is no base to look up'],
  [entry, '202604.01', 'the baked version "202604.01" has no three parts, so there is no base to look up'],
  [entry, '202604.01.', 'the baked version "202604.01." has no three parts, so there is no base to look up'],
  [entry, '.01.3', 'the baked version ".01.3" has no three parts, so there is no base to look up'],
  [entry, '202604..3', 'the baked version "202604..3" has no three parts, so there is no base to look up'],
  [entry, '202605.30.0', 'base "202605.30" is not listed in "hotfixes"'],
  ['{ "hotfixes": { "202604.01": " " } }', '202604.01.0', 'base "202604.01" is listed with an empty version'],
  [entry, '202604.01.x', 'the baked version "202604.01.x" is no version that a node can compare'],
  [entry, '202604.01..', 'the baked version "202604.01.." is no version that a node can compare'],
  [entry, '202604.01.0.1', 'the baked version "202604.01.0.1" is no version that a node can compare'],
  [
    '{ "hotfixes": { "202604.01": "dev" } }',
    '202604.01.0',
    '"dev" from the entry of base "202604.01" is no version that a node can compare',
  ],
  ['{ "version": "dev" }', '202604.01.0', '"dev" from "version" is no version that a node can compare'],
  ['{ "version": "202604.02.1" }', '202604.01.0', '"202604.02.1" from "version" is of another base'],
  ['{ "version": "202605.01.1" }', '202604.01.0', '"202605.01.1" from "version" is of another base'],
  ['{ "version": "202604" }', '202604.0.0', 'it is at the patch of "202604" from "version" already'],
  [entry, ' 202604.01.3 ', 'it is at the patch of "202604.01.3" from the entry of base "202604.01" already'],
  [
    entry,
    '202604.01.10',
    'its patch is higher than that of "202604.01.3" from the entry of base "202604.01"',
  ],
  [
    entry,
    '202604.01.2',
    '"202604.01.3" from the entry of base "202604.01" has the same base and a higher patch',
  ],
])('of %s a node baked with %j goes by this: %s', (text, baked, why) => {
  expect(explainReason(binaryVerdict(new Analysis(text).config, baked).reason)).toBe(why);
});

it.each([
  ['{ "version": "202604.01.3" }', '"scripts_version" is empty or absent'],
  [
    '{ "scripts_version": "202604.01.3" }',
    '"202604.01.3" from "scripts_version" has the same base and a higher patch',
  ],
])('of %s the scripts go by this: %s', (text, why) => {
  expect(explainReason(scriptsVerdict(new Analysis(text).config, '202604.01.0').reason)).toBe(why);
});
