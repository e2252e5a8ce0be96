import { mkdirSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { template } from '../support/payload.ts';
import { DiffWorkspace } from './diff-workspace.ts';

const workspace = new DiffWorkspace();
const folder = 'parts/linux/cloud-init';
const config = `${folder}/artifacts/aks-node-controller-hotfix.json`;
const payload = `${folder}/nodecustomdata.yml`;
const gate = (version: string) => `{ "scripts_version": "${version}" }\n`;
const { changes, diff } = workspace;
const lost = [`${payload} changed lost`];

describe('diff over scripts in the AgentBaker repository', () => {
  beforeEach(() => {
    workspace.write(config, gate('202606.12.1'));
    workspace.write(payload, template('one', 'two'));
    workspace.commit();
  });

  it('shows the scripts that left the payload as a loss, also if the number rose', async () => {
    workspace.write(config, gate('202606.12.2'));
    workspace.write(payload, template('one'));
    const { status, out } = await diff('HEAD', '--exit-code', `--path=${folder}`);
    expect(status).toBe(1);
    expect(out).toContain(
      `Losses:\n\n${payload} (changed)\n  lost  202606.12.0  payload  applies two  ->  runs the image's\n`,
    );
    expect(out).toMatch(/1 lost, .* in 2 files\.\n$/);
    const markdown = await diff('HEAD', '--format=markdown');
    expect(markdown.out).toContain("| **lost** | 202606.12.0 | payload | applies two | runs the image's |");
    expect(JSON.parse((await diff('HEAD', '--format=json')).out)).toContainEqual({
      ...{ file: payload, status: 'changed' },
      differences: [{ baked: '202606.12.0', what: 'payload', change: 'lost', before: 'two', after: null }],
    });
  });

  it('compares two revisions, in both directions', async () => {
    workspace.write(payload, template('one'));
    workspace.commit();
    expect(await changes('HEAD~1', 'HEAD')).toEqual(lost);
    expect(await changes('HEAD', 'HEAD~1')).toEqual([`${payload} changed gained`]);
    expect((await diff('HEAD', 'HEAD~1', '--exit-code')).status).toBe(0);
  });

  it.each([[payload], [config], [folder]])('is limited to a path: %s', async (path) => {
    workspace.write(payload, template('two'));
    expect(await changes('HEAD', `--path=${path}`)).toEqual(lost);
    expect(await changes('HEAD', '--path=deploy')).toEqual([]);
  });

  it('shows a template that was deleted or moved elsewhere as a loss, in files and revisions', async () => {
    mkdirSync(workspace.path('other'));
    workspace.git('mv', payload, 'other/nodecustomdata.yml');
    expect(await changes('HEAD')).toEqual([`${payload} deleted lost`]);
    workspace.commit();
    expect(await changes('HEAD~1', 'HEAD')).toEqual([`${payload} deleted lost`]);
    expect(await changes('HEAD', 'HEAD~1')).toEqual([`${payload} new gained`]);
  });

  it.each([
    ['changed lost', () => workspace.write(`new/${payload}`, template('two'))],
    ['deleted lost', () => workspace.remove(`new/${payload}`)],
  ])('shows the scripts that left while the whole folder was moved: %s', async (what, change) => {
    mkdirSync(workspace.path('new'));
    workspace.git('mv', 'parts', 'new/parts');
    const moved = `new/${config} moved ${config}`;
    expect(await changes('HEAD')).toEqual([moved]);
    change();
    expect(await changes('HEAD')).toEqual([moved, `new/${payload} ${what}`]);
    const { out } = await workspace.run('check', '--baseline=HEAD', '--today=2026-08-01', '--format=json');
    expect(JSON.parse(out)).toContainEqual(
      expect.objectContaining({ file: `new/${payload}`, ruleId: 'payload-removed' }),
    );
    workspace.commit();
    expect(await changes('HEAD~1', 'HEAD')).toEqual([moved, `new/${payload} ${what}`]);
  });

  it('shows no loss of scripts that no config enabled, and none of a config without scripts', async () => {
    workspace.write(config, '{}');
    workspace.commit();
    workspace.write(payload, template());
    expect(await diff('HEAD', '--exit-code')).toMatchObject({ status: 0 });
    expect(await changes('HEAD')).toEqual([]);
    workspace.write(config, gate('202606.12.1'));
    workspace.commit();
    workspace.remove(config);
    expect(await diff('HEAD', '--exit-code')).toMatchObject({ status: 0 });
  });

  it.each([
    ['without scripts', () => workspace.write(payload, template())],
    ['that was deleted', () => workspace.remove(payload)],
  ])('shows no gain by "scripts_version" beside a payload %s', async (what, empty) => {
    workspace.write(config, '{}');
    workspace.commit();
    workspace.write(config, gate('202606.12.1'));
    empty();
    expect((await diff('HEAD')).out).toContain('No change in node behavior.');
    workspace.commit();
    expect((await diff('HEAD~1', 'HEAD')).out).toContain('No change in node behavior.');
    workspace.write(payload, template('one'));
    expect(await changes('HEAD')).toEqual([
      `${payload} ${what === 'without scripts' ? 'changed' : 'new'} gained`,
    ]);
  });

  it('shows a gain by "scripts_version" where no payload is known', async () => {
    workspace.remove(payload);
    workspace.write(config, '{}');
    workspace.commit();
    workspace.write(config, gate('202606.12.1'));
    expect(await changes('HEAD')).toEqual([`${config} changed gained`]);
  });

  it('marks a loss that is accepted', async () => {
    const acceptedLosses = [{ base: '202606.12', reason: 'published' }];
    workspace.write('.hotfixrc.json', JSON.stringify({ bundledRecord: false, acceptedLosses }));
    workspace.write(payload, template('one'));
    const { status, out } = await diff('HEAD', '--exit-code');
    expect([status, out]).toEqual([0, expect.stringContaining('1 lost (1 accepted) in 1 file.')]);
  });
});
