import { chmodSync, readFileSync, statSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { hotfixConfig, hotfixConfigHere } from '../support/cli.ts';
import { clean, Workspace } from './workspace.ts';

const workspace = new Workspace();
// The bases of these tests are made up.
beforeEach(() => workspace.turnRecordOff());
const { run } = workspace;
const runBuilt = (...args: string[]) => hotfixConfig(args, { cwd: workspace.path() });

describe('fix', () => {
  const faulty =
    '{\r\n  "Hotfixes": {\r\n    "202605.30": "202605.30.01",\r\n    "202604.1": "202604.01.3",\r\n  }\r\n}\r\n';
  const fixed =
    '{\r\n  "hotfixes": {\r\n    "202604.01": "202604.01.3",\r\n    "202605.30": "202605.30.1"\r\n  }\r\n}\r\n';

  it('applies the safe fixes and keeps mode, line ends and the end of the file', async () => {
    workspace.write('hotfix.json', faulty);
    chmodSync(workspace.path('hotfix.json'), 0o640);
    const { status, out } = await runBuilt('fix');
    expect([status, out]).toEqual([0, 'fixed hotfix.json\n']);
    expect(workspace.read('hotfix.json')).toBe(fixed);
    if (process.platform !== 'win32')
      expect(statSync(workspace.path('hotfix.json')).mode & 0o777).toBe(0o640);
    expect(await run('fix')).toMatchObject({ status: 0, out: '' });
  });

  it('counts the errors and warnings that no fix can decide', async () => {
    workspace.write(
      'hotfix.json',
      '{ "hotfixes": { "202604.1": "202604.01.3", "202605.30": "202605.30." } }',
    );
    workspace.write(
      'other-hotfix.json',
      '{ "hotfixes": { "202605.30": "202605.30.0", "202601.01": "202601.01.1" } }',
    );
    const { status, err } = await run('fix');
    expect([status, err]).toEqual([
      0,
      'Not fixed: 1 error, 1 warning in 2 files. Show them with "hotfix-config check".\n',
    ]);
    workspace.write('hotfix.json', clean);
    expect((await run('fix', 'hotfix.json')).err).toBe('');
  });

  it('with --check changes nothing and ends with 1 where it would', async () => {
    workspace.write('hotfix.json', faulty);
    expect(await run('fix', '--check')).toMatchObject({ status: 1, out: 'would fix hotfix.json\n' });
    expect(workspace.read('hotfix.json')).toBe(faulty);
  });

  it('drops comments only when it is asked to', async () => {
    const commented = '{\n  // why\n  "version": "202604.01.3" /* b */\n}\n';
    workspace.write('hotfix.json', commented);
    await run('fix');
    expect(workspace.read('hotfix.json')).toBe(commented);
    await run('fix', '--comments');
    expect(workspace.read('hotfix.json')).toBe('{\n  "version": "202604.01.3"\n}\n');
  });

  it('fixes standard input to standard output', async () => {
    const { out } = await hotfixConfigHere(['fix', '-'], {
      cwd: workspace.path(),
      input: '\ufeff{ "version": "v202604.01.3" }',
    });
    expect(out).toBe('{ "version": "202604.01.3" }');
  });

  it('names standard input in a check, also together with files', async () => {
    workspace.write('hotfix.json', faulty);
    const args = ['fix', '--check', '-', 'hotfix.json', '--stdin-filename=draft.json'];
    expect(await hotfixConfigHere(args, { cwd: workspace.path(), input: faulty })).toMatchObject({
      status: 1,
      out: 'would fix draft.json\nwould fix hotfix.json\n',
    });
  });

  it('does not reject bytes that it need not write', async () => {
    workspace.write(
      'hotfix.json',
      Buffer.concat([Buffer.from('{ "note": "'), Buffer.from([0xe9]), Buffer.from('" }')]),
    );
    expect(await run('fix', '--check')).toMatchObject({ status: 0, out: '' });
  });

  it('refuses UTF-16, with a mark and without', async () => {
    for (const mark of ['\ufeff', '']) {
      workspace.write('hotfix.json', Buffer.from(`${mark}${clean}`, 'utf16le'));
      expect(await run('fix')).toMatchObject({
        status: 3,
        err: expect.stringMatching(/the encoding is utf-?16/i),
      });
    }
  });

  it('refuses bytes that it could not write back', async () => {
    const bytes = Buffer.concat([
      Buffer.from('{ "note": "'),
      Buffer.from([0xff]),
      Buffer.from('", "Version": "x" }'),
    ]);
    workspace.write('hotfix.json', bytes);
    const { status, err } = await run('fix');
    expect([status, err]).toEqual([
      3,
      expect.stringContaining('cannot fix "hotfix.json": it is not valid UTF-8'),
    ]);
    expect(readFileSync(workspace.path('hotfix.json'))).toEqual(bytes);
  });
});
