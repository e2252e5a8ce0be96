import { truncateSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clean, mismatch, today, Workspace } from './workspace.ts';

const workspace = new Workspace();
const onUnix = process.platform === 'win32' ? it.skip : it;
const onLinux = process.platform === 'linux' ? it : it.skip;
const tooLarge = 'larger than 5 MB\nhint: check the path\n';
const notChecked = 'error json-syntax The file is larger than 5 MB';

describe('input without an end, or larger than any config,', () => {
  onLinux.each([
    ['cat /dev/zero | hotfix-config fix -', 'standard input'],
    ['hotfix-config explain - < /dev/zero', 'standard input'],
    ['hotfix-config explain <(cat /dev/zero)', '"../../dev/fd/63"'],
  ])('is refused: %s', async (line) => {
    const { status, out, err } = await workspace.shell(line);
    expect([status, out, err]).toEqual([3, '', expect.stringContaining(tooLarge)]);
  });

  onLinux.each([
    'cat /dev/zero | hotfix-config check -',
    'hotfix-config check - < /dev/zero',
    'hotfix-config check /dev/stdin < /dev/zero',
  ])('has one finding: %s', async (line) => {
    const { status, out } = await workspace.shell(line);
    expect(status).toBe(1);
    expect(out).toContain(`:1:1: ${notChecked}`);
  });

  it('has one finding, and the other files have theirs', async () => {
    workspace.write('a-hotfix.json', '');
    truncateSync(workspace.path('a-hotfix.json'), 5 * 1024 * 1024 + 1);
    workspace.write('b-hotfix.json', mismatch);
    const { status, out, err } = await workspace.run('check', today);
    expect(status).toBe(1);
    expect(out).toContain(`a-hotfix.json:1:1: ${notChecked}`);
    expect(out).toContain('b-hotfix.json:1:31: error');
    expect(err).toContain('2 errors in 2 files');
  });

  it('is refused as a .hotfixrc.json that large', async () => {
    workspace.write('hotfix.json', clean);
    workspace.write('.hotfixrc.json', '');
    truncateSync(workspace.path('.hotfixrc.json'), 5 * 1024 * 1024 + 1);
    const { status, err } = await workspace.run('check', today);
    expect([status, err]).toEqual([3, expect.stringContaining(`.hotfixrc.json": ${tooLarge}`)]);
  });
});

describe('more than 10,000 findings', () => {
  const config = (count: number, value: (base: string) => string) => {
    const bases = Array.from({ length: count }, (_, i) => `${200_001 + i}.01`);
    return `{ "hotfixes": {\n${bases.map((base) => `"${base}": "${value(base)}"`).join(',\n')}\n} }`;
  };

  it.each(['text', 'json', 'sarif', 'junit'])(
    'are listed up to there, and are not called fixable: %s',
    async (format) => {
      workspace.write(
        'hotfix.json',
        config(11_000, () => '100001.01.1'),
      );
      const env = { NODE_OPTIONS: '--max-old-space-size=256' };
      const { status, out, err } = await workspace.runWith({ env }, 'check', today, '--format', format);
      expect(status).toBe(1);
      expect(out).toContain('The list ends after 10000 findings, and there are more. Fix the listed ones');
      if (format === 'text') expect(err).toMatch(/^More than 10,000 findings in 1 file\.\nhint: .*\n$/);
    },
  );

  it.each([
    [10_000, 0, ''],
    [10_001, 3, 'error: "hotfix.json" is not fixed: it has more than 10000 findings'],
  ])('are not fixed, and up to there all are: %d', async (count, expected, message) => {
    const faulty = config(count, (base) => `v${base}.1`);
    workspace.turnRecordOff();
    workspace.write('hotfix.json', faulty);
    const { status, err } = await workspace.runWith({ env: {} }, 'fix', '--rule=impossible-date=off');
    expect([status, err]).toEqual([expected, expect.stringContaining(message)]);
    expect(workspace.read('hotfix.json')).toBe(expected ? faulty : config(count, (base) => `${base}.1`));
  });
});

describe('input that has an end is read to it', () => {
  const large = `{ "note": "${'x'.repeat(4 << 20)}", "version": "202604.01" }`;

  it('from a file of 4 MB', async () => {
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
      const { status, out } = await workspace.shell(`${line} --baked=202604.01.0`);
      expect(status).toBe(0);
      expect(out).toMatch(/^[^\n]+: readable\n {2}"202604\.01\.0"\n.* of "202604\.01" from "version"\n.*\n$/);
    },
  );
});
