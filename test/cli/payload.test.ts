import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { around, begin, scriptIn, template } from '../support/payload.ts';
import { config, type Found, folder, gate, PayloadWorkspace, payload, ways } from './payload-workspace.ts';

const workspace = new PayloadWorkspace();
const { check, checkIn, found } = workspace;

describe('scripts in the AgentBaker repository', () => {
  const noPayload = [`${config} scripts-payload/no-payload`];
  const noGate = [`${payload} scripts-payload/no-gate`];
  const noConfig = [`${payload} scripts-payload/no-config`];

  it.each(ways)('have to be there if the config enables them, whatever is named: %s', async (_, args) => {
    workspace.write(config, gate('202607.20.1'));
    workspace.write(payload, around(''));
    expect(await found(...args)).toEqual(noPayload);
    workspace.write(payload, template('one'));
    expect(await check(...args)).toMatchObject({ status: 0, found: [], err: '' });
  });

  it.each(ways)('have to be enabled: %s', async (_, args) => {
    workspace.write(config, '{ "version": "202607.20.3" }');
    workspace.write(payload, template('one'));
    expect(await check(...args)).toMatchObject({ status: 1, found: noGate });
  });

  it.each([[[]], [[folder]], [[payload]]])(
    'have to be enabled by a config that is there: %j',
    async (args) => {
      workspace.write(payload, template('one'));
      expect(await check(...args)).toMatchObject({ status: 1, found: noConfig, err: '' });
    },
  );

  it('are found from inside the folder of the config', async () => {
    workspace.write(config, gate('202607.20.1'));
    workspace.write(payload, template());
    expect((await checkIn(workspace.path(dirname(config)))).found).toEqual([
      'aks-node-controller-hotfix.json scripts-payload/no-payload',
    ]);
    workspace.write(config, '{ "version": "202607.20.3" }');
    workspace.write(payload, template('one'));
    expect((await checkIn(workspace.path(dirname(config)))).found).toEqual([
      '../nodecustomdata.yml scripts-payload/no-gate',
    ]);
  });

  it('are checked in each copy of the layout alone', async () => {
    workspace.write(`a/${config}`, gate('202607.20.1'));
    workspace.write(`a/${payload}`, template());
    workspace.write(`b/${payload}`, template('one'));
    expect(await found()).toEqual([
      `a/${config} scripts-payload/no-payload`,
      `b/${payload} scripts-payload/no-config`,
    ]);
  });

  it('are compared with the config on standard input', async () => {
    workspace.write(payload, template('one'));
    const run = { input: gate('202607.20.1') };
    const args = ['check', '-', `--stdin-filename=${config}`, '--format=json'];
    expect(JSON.parse((await workspace.runWith(run, ...args)).out)).toEqual([]);
    workspace.write(payload, template());
    const [first] = JSON.parse((await workspace.runWith(run, ...args)).out);
    expect(first).toMatchObject({ file: config, messageId: 'no-payload' });
  });

  it('are read from standard input', async () => {
    workspace.write(config, gate('202607.20.1'));
    workspace.write(payload, template());
    const args = ['check', '-', `--stdin-filename=${payload}`, '--format=json'];
    const idsOf = async (input: string) => {
      const { out } = await workspace.runWith({ input }, ...args);
      return JSON.parse(out).map(({ file, messageId }: Found) => `${file} ${messageId}`);
    };
    expect(await idsOf(template('one'))).toEqual([]);
    expect(await idsOf(around([begin, scriptIn('one')].join('\n')))).toEqual([`${payload} no-end`]);
    expect(await idsOf(around(''))).toEqual([`${config} no-payload`]);
  });

  it('that cannot be read do not hide the findings of the config', async () => {
    workspace.write(config, '{ "version": "202607.20.0" }');
    mkdirSync(workspace.path(payload), { recursive: true });
    expect(await check()).toMatchObject({
      status: 3,
      found: [`${config} never-upgrades/patch-zero`, `${payload} unreadable-file/unreadable`],
      err: expect.stringContaining(`${payload}": is a folder`),
    });
  });

  it.each([
    ['elsewhere', 'other/hotfix.json', payload],
    ['in another file beside it', `${folder}/artifacts/other-hotfix.json`, payload],
    ['where the old source was', 'hotfix/anc-hotfix-version.json', payload],
    ['without the template', config, `${folder}/other.yml`],
  ])('are not asked for by a config %s', async (_, path, beside) => {
    workspace.write(path, gate('202607.20.1'));
    workspace.write(beside, around(''));
    expect(await found()).toEqual([]);
  });

  it('need no finding if there are none', async () => {
    workspace.write(payload, around(''));
    const { status, found: none, err } = await check();
    expect([status, none]).toEqual([0, []]);
    expect(err).toContain('no config found');
  });

  it('are called missing if the payload that is named does not exist', async () => {
    expect(await check(payload)).toMatchObject({
      status: 3,
      err: expect.stringContaining(`cannot read "${payload}": no such file`),
    });
  });

  it('are not read through a link out of the repository', async () => {
    workspace.write('outside.yml', template());
    workspace.write(`repository/${config}`, gate('202607.20.1'));
    symlinkSync(workspace.path('outside.yml'), workspace.path(`repository/${payload}`));
    expect((await checkIn(workspace.path('repository'))).found).toEqual([]);
  });

  it('obey the levels of the config, and of the command line', async () => {
    workspace.write(`${folder}/artifacts/.hotfixrc.json`, '{ "rules": { "scripts-payload": "warning" } }');
    workspace.write(payload, template('one'));
    expect(await check()).toMatchObject({ status: 0, found: noConfig });
    expect(await found('--rule=scripts-payload=off')).toEqual([]);
  });

  it('are found in a template of 6 MB, and refused in one of 30', async () => {
    workspace.write(config, gate('202607.20.1'));
    workspace.write(payload, template('one') + '#'.repeat(6_000_000));
    expect(await found()).toEqual([]);
    workspace.write(payload, '#'.repeat(30_000_000));
    expect(await check()).toMatchObject({ status: 3, err: expect.stringContaining('larger than 20 MB') });
  });

  it('are no longer asked for once the field is removed on request', async () => {
    workspace.write(config, '{ "version": "202607.20.3", "scripts_version": "202607.20.1" }');
    workspace.write(payload, template());
    await workspace.run('fix', '.');
    expect(await found()).toEqual([`${config} scripts-payload/no-payload`]);
    await workspace.run('fix', '--rule=scripts-payload', '.');
    expect(workspace.read(config)).toBe('{ "version": "202607.20.3" }');
    expect(await found()).toEqual([]);
  });

  it('have their place in SARIF', async () => {
    workspace.write(config, gate('202607.20.1'));
    workspace.write(payload, template());
    const { out } = await workspace.run('check', '--format=sarif');
    const [result] = JSON.parse(out).runs[0].results;
    expect(result.relatedLocations[0].physicalLocation).toMatchObject({
      artifactLocation: { uri: payload },
      region: { startLine: template().slice(0, template().indexOf(begin)).split('\n').length },
    });
  });
});
