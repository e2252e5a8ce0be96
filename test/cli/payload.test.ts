import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { around, begin, scriptIn, template } from '../support/payload.ts';
import { Workspace } from './workspace.ts';

const workspace = new Workspace();
const folder = 'parts/linux/cloud-init';
const config = `${folder}/artifacts/aks-node-controller-hotfix.json`;
const payload = `${folder}/nodecustomdata.yml`;
const gate = (version: string) => `{ "scripts_version": "${version}" }\n`;

interface Found {
  readonly file: string;
  readonly ruleId: string;
  readonly messageId: string;
}

interface Checked {
  readonly status: number;
  readonly found: readonly string[];
  readonly err: string;
}

async function checkIn(cwd: string, ...args: readonly string[]): Promise<Checked> {
  const flags = ['--today=2026-08-01', '--format=json', '--rule=no-hotfix=off'];
  const { status, out, err } = await workspace.runWith({ cwd }, 'check', ...flags, ...args);
  const findings: Found[] = out === '' ? [] : JSON.parse(out);
  const named = findings.map(({ file, ruleId, messageId }) => `${file} ${ruleId}/${messageId}`);
  return { status, found: named, err };
}

const check = (...args: readonly string[]) => checkIn(workspace.path(), ...args);
const found = async (...args: readonly string[]) => (await check(...args)).found;

/** The ways to name the two files, from the root of the repository. */
const ways = [
  ['the whole repository', []],
  ['a folder', [folder]],
  ['the folder of the config', [`${folder}/artifacts`]],
  ['the config', [config]],
  ['the payload', [payload]],
  ['both', [payload, config]],
  ['a path that leaves the folder', [`./parts/../${payload}`]],
] as const;

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

describe('against a baseline, a script', () => {
  const lost = [`${payload} payload-removed/lost`];
  const against = (...args: readonly string[]) => check('--baseline=HEAD', ...args);

  beforeEach(() => {
    workspace.startRepository({
      [config]: gate('202607.20.1'),
      [payload]: template('one', 'two'),
      'other/hotfix.json': '{}',
    });
  });

  it.each(ways)('is a loss if it left the payload, also if the number rose: %s', async (_, args) => {
    workspace.write(config, gate('202607.20.2'));
    workspace.write(payload, template('one'));
    expect(await against(...args)).toMatchObject({ status: 1, found: lost });
  });

  it('is a loss from inside the folder of the config', async () => {
    workspace.write(payload, template('two'));
    const { found: inside } = await checkIn(workspace.path(dirname(config)), '--baseline=HEAD');
    expect(inside).toEqual(['../nodecustomdata.yml payload-removed/lost']);
  });

  it.each(ways)('is none if nothing changed: %s', async (_, args) => {
    expect(await against(...args)).toMatchObject({ status: 0, found: [] });
  });

  it('is no concern of another folder', async () => {
    workspace.write(payload, template('one'));
    expect(await against('other')).toMatchObject({ status: 0, found: [] });
  });

  it.each(ways)('is a loss if its template was deleted: %s', async (_, args) => {
    rmSync(workspace.path(payload));
    const { found: all } = await against(...args);
    expect(all).toEqual([`${config} scripts-payload/no-payload`, ...lost]);
  });

  it.each([[[]], [[folder]], [[config]], [[config, payload]]])(
    'is a loss beside a config that was deleted: %j',
    async (args) => {
      rmSync(workspace.path(config));
      workspace.write(payload, template('one'));
      expect((await against(...args)).found).toEqual([
        `${config} entry-removed/scripts`,
        `${payload} scripts-payload/no-config`,
        ...lost,
      ]);
    },
  );

  it('is a loss if the whole folder was deleted', async () => {
    rmSync(workspace.path('parts'), { recursive: true });
    expect((await against()).found).toEqual([`${config} entry-removed/scripts`, ...lost]);
  });

  it('is a loss if the config left its path, which git calls a rename', async () => {
    mkdirSync(workspace.path('moved'));
    workspace.git('mv', config, 'moved/aks-node-controller-hotfix.json');
    expect((await against()).found).toEqual([
      `${config} entry-removed/scripts`,
      `${payload} scripts-payload/no-config`,
    ]);
  });

  it('is a loss if a link replaced its template', async () => {
    workspace.write('empty.yml', around(''));
    rmSync(workspace.path(payload));
    symlinkSync(workspace.path('empty.yml'), workspace.path(payload));
    expect((await against()).found).toContain(`${payload} payload-removed/lost`);
  });

  it('is none if both parts were repaired by removing them', async () => {
    workspace.write(config, '{}');
    workspace.commit();
    rmSync(workspace.path(config));
    workspace.write(payload, around(''));
    expect(await against()).toMatchObject({ status: 0, found: [] });
  });

  it('is none if only the field was left over and is removed', async () => {
    workspace.write(payload, around(''));
    workspace.commit();
    rmSync(workspace.path(config));
    expect(await against()).toMatchObject({ status: 0, found: [] });
  });

  it('is compared with the merge base, not with what the branch did not do', async () => {
    workspace.git('checkout', '--quiet', '-b', 'work');
    workspace.git('checkout', '--quiet', 'main');
    workspace.write(payload, template('one', 'two', 'three'));
    workspace.commit();
    workspace.git('checkout', '--quiet', 'work');
    expect(await found('--baseline=main')).toEqual([]);
    workspace.write(payload, template('two'));
    expect(await found('--baseline=main')).toEqual(lost);
  });

  it('can be accepted, and an entry without a loss is reported', async () => {
    const accept = (base: string) =>
      workspace.write('.hotfixrc.json', JSON.stringify({ acceptedLosses: [{ base, reason: 'published' }] }));
    workspace.write(payload, template('one'));
    accept('202607.20');
    expect(await against()).toMatchObject({
      status: 0,
      found: [`${payload} payload-removed/accepted`],
      err: '',
    });
    accept('202607.29');
    const { status, err } = await against();
    expect([status, err]).toEqual([1, expect.stringContaining('base "202607.29" lost no hotfix')]);
  });

  it('has no comparison with a file', async () => {
    workspace.write('before.json', gate('202607.20.1'));
    workspace.write(payload, template('one'));
    expect(await found('--baseline=./before.json', config)).toEqual([]);
  });

  it('is not lost in a sparse checkout without its template', async () => {
    // Git keeps files whose time it does not know.
    workspace.git('update-index', '--refresh');
    workspace.git('sparse-checkout', 'set', '--no-cone', `/${config}`);
    expect(existsSync(workspace.path(payload))).toBe(false);
    expect(await against()).toMatchObject({ status: 0, found: [] });
  });

  it('is not lost because of other line ends', async () => {
    workspace.write(payload, template('one', 'two').replaceAll('\n', '\r\n'));
    expect(await against()).toMatchObject({ status: 0, found: [] });
  });

  it('is not guessed while a marker line is missing', async () => {
    workspace.write(payload, around([begin, scriptIn('one'), scriptIn('two')].join('\n')));
    expect((await against()).found).toEqual([`${payload} scripts-payload/no-end`]);
  });

  it('is not lost if the number was lowered and no outcome changes', async () => {
    workspace.write(config, gate('202607.20.5'));
    workspace.commit();
    workspace.write(config, gate('202607.20.3'));
    expect(await against()).toMatchObject({ status: 0, found: [] });
    workspace.write(config, gate('202607.20.0'));
    expect((await against()).found).toContain(`${config} entry-removed/scripts`);
  });
});
