import { describe, expect, it } from 'vitest';
import { Workspace } from './workspace.ts';

const workspace = new Workspace();

describe.each([
  ['LF', '\n'],
  ['CR and LF', '\r\n'],
  ['a lone CR', '\r'],
])('lines that end with %s are counted', (_, end) => {
  const lines = (...text: readonly string[]) => text.join(end);

  it('alike by check and explain', async () => {
    workspace.write('hotfix.json', lines('{', '  "version": 7', '}'));
    const at = '2:14';
    expect((await workspace.run('check')).out).toMatch(new RegExp(`^hotfix\\.json:${at}: error wrong-type`));
    expect((await workspace.run('explain', 'hotfix.json')).out).toMatch(new RegExp(`^hotfix\\.json:${at}: `));
  });

  it('in a .hotfixrc.json that is broken', async () => {
    workspace.write('hotfix.json', '{}');
    workspace.write('.hotfixrc.json', lines('{', '  "rule": {}', '}'));
    expect((await workspace.run('check')).err).toContain('.hotfixrc.json:2:3: Unknown setting "rule".');
  });
});
