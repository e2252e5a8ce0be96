import { describe, expect, it } from 'vitest';
import { BaselineWorkspace, findings, flags } from './baseline-workspace.ts';

const workspace = new BaselineWorkspace();

describe('check --baseline with "acceptedLosses" in .hotfixrc.json', () => {
  const lossIn = (base: string, reason: string) => {
    workspace.write(
      '.hotfixrc.json',
      JSON.stringify({ acceptedLosses: [{ base, reason }], bundledRecord: false }),
    );
    workspace.write('parts/hotfix.json', '{}');
    return workspace.run('check', 'parts', '--baseline=HEAD', ...flags);
  };

  it('passes with information that quotes the reason', async () => {
    const { status, out } = await lossIn('202604.01', 'republished as 202604.01.4');
    expect([status, findings(out)]).toEqual([0, ['parts/hotfix.json entry-removed']]);
    expect(JSON.parse(out)).toMatchObject([
      {
        level: 'information',
        messageId: 'accepted',
        message: expect.stringContaining('"republished as 202604.01.4"'),
      },
    ]);
  });

  it('still fails for a base that it does not name, and says that nothing is accepted', async () => {
    const { status, err } = await lossIn('202605.30', 'republished');
    expect(status).toBe(1);
    expect(err).not.toContain('accepted');
    const all = await workspace.run('check', '--baseline=HEAD', ...flags);
    expect(all.err).toContain(
      'warning: .hotfixrc.json:1:20: base "202605.30" lost no hotfix, so nothing is accepted\nhint: remove the entry\n',
    );
  });

  it('does not call a loss superfluous that a config has because nodes cannot read it', async () => {
    await lossIn('202604.01', 'republished');
    workspace.write('parts/hotfix.json', '{ "hotfixes": ');
    const { out, err } = await workspace.run('check', '--baseline=HEAD', ...flags);
    expect(JSON.parse(out)).toContainEqual(expect.objectContaining({ messageId: 'accepted' }));
    expect(err).not.toContain('accepted');
  });

  it.each([
    ['a rule for losses is off', ['--rule=entry-removed=off']],
    ['some files are left out', ['--exclude=other']],
  ])('says nothing of superfluous ones where %s', async (_, more) => {
    await lossIn('202605.30', 'republished');
    const { err } = await workspace.run('check', '--baseline=HEAD', ...more, ...flags);
    expect(err).not.toContain('accepted');
  });

  it('says which entry repeats another one', async () => {
    await lossIn('202604.01', 'republished');
    const losses = ['republished', 'again'].map((reason) => ({ base: '202604.01', reason }));
    workspace.write('.hotfixrc.json', JSON.stringify({ acceptedLosses: losses, bundledRecord: false }));
    const { err } = await workspace.run('check', '--baseline=HEAD', ...flags);
    expect(err).toContain(
      '.hotfixrc.json:1:64: base "202604.01" has an earlier entry, so nothing is accepted',
    );
  });

  it('does not call an accepted loss superfluous', async () => {
    await lossIn('202604.01', 'republished');
    expect((await workspace.run('check', '--baseline=HEAD', ...flags)).err).not.toContain('accepted');
  });

  it.each([
    [
      '202604.01',
      ' ',
      '"acceptedLosses.0.reason" is invalid: it is empty; say why nodes of this base may lose their hotfix.',
    ],
    ['202604.1', 'x', '"acceptedLosses.0.base" is invalid: "202604.1" is not a base such as "202604.01".'],
  ])('says what is wrong with %j and the reason %j', async (base, reason, message) => {
    const { status, err } = await lossIn(base, reason);
    expect(status).toBe(2);
    expect(err).toContain(message);
  });
});
