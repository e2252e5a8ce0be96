import { expect, it } from 'vitest';
import { Analysis } from '../../../server/src/model/index.ts';
import { summarize } from '../../../server/src/service/answers/status.ts';

const unreadable = 'Nodes cannot read this file: no hotfix applies.';

it.each([
  ['[', unreadable],
  ['{ "version": 7 }', unreadable],
  ['{ "version": "202604.01.3", }', unreadable],
  ['{}', 'Nodes can read this file; it asks for no hotfix.'],
  ['{ "version": " " }', 'Nodes can read this file; it asks for no hotfix.'],
  ['{ "version": "202604.01.3" }', 'Nodes can read this file; "version" applies.'],
  ['{ "version": "202604.01.0" }', 'Nodes can read this file; "version" does not apply.'],
  [
    '{ "version": "202604.01.3", "scripts_version": "dev" }',
    'Nodes can read this file; "version" applies, "scripts_version" does not apply.',
  ],
  [
    '{ "hotfixes": { "202604.01": "202604.01.3" }, "version": "202604.01.3" }',
    'Nodes can read this file; 1 of 1 entry applies.',
  ],
  [
    '{ "hotfixes": { "202604.01": "202604.01.3", "202604.1": "202604.01.3", "202605.30": "202604.01.3" } }',
    'Nodes can read this file; 1 of 3 entries apply.',
  ],
  [
    '{ "hotfixes": { "202604.01": "202604.01.2", "202605.30": "202605.30.1", "202604.01": "202604.01.3" } }',
    'Nodes can read this file; 2 of 2 entries apply.',
  ],
  [
    '{ "hotfixes": { "202604.01": "" }, "hotfixes": null, "Hotfixes": { "202604.01": "202604.01.3" }, "hotfixes": { "202605.30": "202605.30.1" } }',
    'Nodes can read this file; 2 of 2 entries apply.',
  ],
])('the status of %s is: %s', (text, summary) => {
  expect(summarize(new Analysis(text))).toEqual({ readable: summary !== unreadable, summary });
});

it.each([
  ['utf16le', unreadable],
  ['windows1252', 'Nodes can read this file; "version" applies.'],
])('the status of a file saved as %s is: %s', (encoding, summary) => {
  const analysis = new Analysis('{ "version": "202604.01.3" }', encoding);
  expect(summarize(analysis)).toEqual({ readable: summary !== unreadable, summary });
});
