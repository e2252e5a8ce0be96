import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { around, begin, scriptIn, template } from '../support/payload.ts';
import { config, folder, gate, PayloadWorkspace, payload, ways } from './payload-workspace.ts';

const workspace = new PayloadWorkspace();
const { check, checkIn, found } = workspace;

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
