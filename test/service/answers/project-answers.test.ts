import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../server/src/model/index.ts';
import { rules } from '../../../server/src/rules/index.ts';
import { projectCompletionsAt, projectHoverAt } from '../../../server/src/service/answers/project-answers.ts';

/** The text after a completion is chosen at the mark, with a mark where typing goes on. */
function chosen(marked: string, label: string): string | undefined {
  const text = marked.replace('|', '');
  const found = projectCompletionsAt(text, marked.indexOf('|')).find((one) => one.label === label);
  if (!found) return undefined;
  const { edit, caret } = found;
  const inserted = `${edit.text.slice(0, caret)}|${edit.text.slice(caret)}`;
  return applyEdits(text, [{ ...edit, text: inserted }]);
}

const labels = (marked: string) =>
  projectCompletionsAt(marked.replace('|', ''), marked.indexOf('|')).map(({ label }) => label);

describe('in .hotfixrc.json, a completion', () => {
  it.each([
    ['|', 'rules', '{\n  "rules": {|}\n}\n'],
    ['\n|', 'supportWindowMonths', '\n{\n  "supportWindowMonths": |\n}\n'],
    ['{ | }', 'rules', '{ "rules": {|} }'],
    ['{ "ign|" }', 'ignore', '{ "ignore": [|] }'],
    ['{ "ru|": {} }', 'rules', '{ "rules"|: {} }'],
    ['{ "rules": { "|" } }', 'empty-patch', '{ "rules": { "empty-patch": "|" } }'],
    ['{ "rules": { "empty-patch": | } }', 'off', '{ "rules": { "empty-patch": "off"| } }'],
    ['{ "rules": { "empty-patch": "|" } }', 'warning', '{ "rules": { "empty-patch": "warning"| } }'],
    ['{ | }', 'bundledRecord', '{ "bundledRecord": | }'],
    ['{ "bundledRecord": | }', 'false', '{ "bundledRecord": false| }'],
    ['{ "acceptedLosses": [{ | }] }', 'reason', '{ "acceptedLosses": [{ "reason": "|" }] }'],
    ['{ "bakedVersions": [{ "|" }] }', 'images', '{ "bakedVersions": [{ "images": [|] }] }'],
  ])('writes what fits: %s', (marked, label, after) => {
    expect(chosen(marked, label)).toBe(after);
  });

  it('offers all settings, and nothing where any text is allowed', () => {
    expect(labels('{ | }')).toEqual(expect.arrayContaining(['files', 'ignore', 'acceptedLosses', 'root']));
    expect(labels('{ "rules": { | } }')).toHaveLength(rules.length);
    expect(labels('{ "files": ["|"] }')).toEqual([]);
    expect(labels('{ "nope": { | } }')).toEqual([]);
  });
});

it('in .hotfixrc.json, what is written is not offered again', () => {
  expect(labels('{ "root": true, | }')).not.toContain('root');
  expect(labels('{ "ro|": true, "ignore": [] }')).toContain('root');
  const rest = labels('{ "rules": { "no-hotfix": "off", | } }');
  expect(rest).toHaveLength(rules.length - 1);
  expect(rest).not.toContain('no-hotfix');
});

describe('in .hotfixrc.json, a hover', () => {
  const hoverAt = (marked: string) => projectHoverAt(marked.replace('|', ''), marked.indexOf('|'));

  it('says what a setting or a rule means', () => {
    expect(hoverAt('{ "ru|les": {} }')).toMatchObject({
      start: 2,
      end: 9,
      text: expect.stringMatching(/^Level of each rule/),
    });
    expect(hoverAt('{ "rules": { "empty-p|atch": "off" } }')?.text).toContain('Default: error.');
    expect(hoverAt('{ "rules": { "empty-patch": "o|ff" } }')?.text).toContain('Default: error.');
  });

  it.each(['{ "no|pe": 1 }', '{ |}', '|', '['])('says nothing elsewhere: %s', (marked) => {
    expect(hoverAt(marked)).toBeUndefined();
  });
});
