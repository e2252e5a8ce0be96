import { truncateSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clean, mismatch, today, Workspace } from './workspace.ts';

const workspace = new Workspace();
const onUnix = process.platform === 'win32' ? it.skip : it;
const onLinux = process.platform === 'linux' ? it : it.skip;
const tooLarge = 'it holds more than 50 MB, which no config does; check the path.\n';

describe('input without an end, or larger than any config, ends with 3', () => {
  onLinux.each(['check', 'fix', 'explain', 'explain - --baked-from'])('for %s /dev/zero', async (command) => {
    const { status, err } = await workspace.shell(`hotfix-config ${command} /dev/zero`);
    expect([status, err]).toEqual([3, expect.stringMatching(/^hotfix-config: cannot read ".*dev\/zero": /)]);
    expect(err).toContain(tooLarge);
  });

  onLinux.each([
    ['cat /dev/zero | hotfix-config check -', 'standard input'],
    ['hotfix-config explain - < /dev/zero', 'standard input'],
    ['hotfix-config check <(cat /dev/zero)', '"../../dev/fd/63"'],
  ])('for %s', async (line) => {
    const { status, out, err } = await workspace.shell(line);
    expect([status, out, err]).toEqual([3, '', expect.stringContaining(tooLarge)]);
  });

  it('for a file that large, and checks the others', async () => {
    workspace.write('a-hotfix.json', '');
    truncateSync(workspace.path('a-hotfix.json'), 50 * 1024 * 1024 + 1);
    workspace.write('b-hotfix.json', mismatch);
    const { status, out, err } = await workspace.run('check', today);
    expect([status, out]).toEqual([3, expect.stringContaining('b-hotfix.json:1:31: error')]);
    expect(err).toContain(`cannot read "a-hotfix.json": ${tooLarge}`);
  });

  it('for a .hotfixrc.json that large', async () => {
    workspace.write('hotfix.json', clean);
    workspace.write('.hotfixrc.json', '');
    truncateSync(workspace.path('.hotfixrc.json'), 50 * 1024 * 1024 + 1);
    const { status, err } = await workspace.run('check', today);
    expect([status, err]).toEqual([3, expect.stringContaining(`.hotfixrc.json": ${tooLarge}`)]);
  });
});

describe('input that has an end is read to it', () => {
  const large = `{ "note": "${'x'.repeat(20 << 20)}", "version": "202604.01" }`;

  it('from a file of 20 MB', async () => {
    workspace.write('hotfix.json', large);
    const { status, out } = await workspace.run('check', '--format=json', today);
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject([{ ruleId: 'unknown-property' }, { ruleId: 'empty-patch' }]);
  });

  it('from 100,000 entries', async () => {
    const entries = Array.from({ length: 100_000 }, (_, i) => `${200_001 + i}.01`);
    const config = entries.map((base) => `"${base}": "${base}.1"`).join(',\n');
    workspace.write('hotfix.json', `{ "hotfixes": {\n${config}\n} }`);
    const { status, out } = await workspace.run('explain', 'hotfix.json', '--baked=300000.01.0');
    expect([status, out]).toEqual([0, expect.stringContaining('upgrades to "300000.01.1"')]);
  });

  onUnix.each(['hotfix-config explain <(cat hotfix.json)', 'cat hotfix.json | hotfix-config explain -'])(
    'from a pipe: %s',
    async (line) => {
      workspace.write('hotfix.json', large);
      const { status, out } = await workspace.shell(line);
      expect([status, out]).toEqual([0, expect.stringMatching(/: nodes can read it\n$/)]);
    },
  );
});
