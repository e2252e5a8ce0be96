import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hotfixConfig, hotfixConfigHere } from '../support/cli.ts';
import { begin, template } from '../support/payload.ts';
import { Workspace } from './workspace.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'explain-'));
  await writeFile(join(folder, 'a.json'), '{ "hotfixes": { "202604.01": "202604.01.3" } }');
  await writeFile(join(folder, 'bom.json'), '\ufeff{}');
  await writeFile(join(folder, 'binary'), Uint8Array.from([0, 255, 254, 1, 2, 3]));
  await writeFile(join(folder, 'empty'), '');
  await writeFile(join(folder, '.hotfixrc.json'), '{ "bundledRecord": false }');
});
afterAll(() => rm(folder, { recursive: true }));

const explain = (...args: string[]) => hotfixConfigHere(['explain', ...args], { cwd: folder });

describe('explain', () => {
  it('says for each baked version what a node does and why', async () => {
    const { status, out } = await explain(
      'a.json',
      '--baked',
      '202604.01.0',
      '--baked=202604.01.3',
      '--baked=202605.30.0',
    );
    expect(status).toBe(0);
    expect(out).toBe(
      [
        'a.json: readable',
        '  "202604.01.0"',
        '    binary:  upgrades to "202604.01.3": "202604.01.3" from the entry of base "202604.01" has the same base and a higher patch',
        '    scripts: stays: "scripts_version" is empty or missing',
        '  "202604.01.3"',
        '    binary:  stays: already at the patch of "202604.01.3" from the entry of base "202604.01"',
        '    scripts: stays: "scripts_version" is empty or missing',
        '  "202605.30.0"',
        '    binary:  stays: base "202605.30" is not in "hotfixes"',
        '    scripts: stays: "scripts_version" is empty or missing',
        '',
      ].join('\n'),
    );
  });

  it('reads standard input, and bytes as they are', async () => {
    const { out } = await hotfixConfig(['explain', '-', '--baked=202604.01.0', '--format=json'], {
      input: '\ufeff{}',
    });
    expect(JSON.parse(out)).toMatchObject([
      { file: '-', readable: false, error: expect.stringContaining('byte-order mark'), config: null },
    ]);
  });

  it.each(['text', 'json'])(
    'says once that no baked version is known, and how to name one, as %s',
    async (format) => {
      const { status, out, err } = await explain('a.json', 'empty', `--format=${format}`);
      expect([status, err]).toEqual([
        0,
        'warning: no baked version is known, so there are no outcomes to show\nhint: use --baked VERSION, --baked-from FILE or "bakedVersions" in .hotfixrc.json\n',
      ]);
      if (format === 'json') expect(JSON.parse(out)).toMatchObject([{ verdicts: [] }, { verdicts: [] }]);
      else expect(out).toBe('a.json: readable\n\nempty: readable\n');
      expect((await explain('a.json', '--baked=')).err).toBe('');
    },
  );

  it.each(['bom.json', 'binary'])('is done with a file that nodes cannot read: %s', async (file) => {
    const { status, out } = await explain(file, '--baked', '202604.01.0', '--format=json');
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject([
      { readable: false, config: null, verdicts: [{ binary: { resolved: '', upgrade: false } }] },
    ]);
  });

  it('treats an empty file as an empty config', async () => {
    const { out } = await explain('empty', '--baked=', '--format=json');
    expect(JSON.parse(out)).toMatchObject([
      { readable: true, error: null, config: { version: '', scripts_version: '', hotfixes: null } },
    ]);
  });

  it.each([
    [['missing.json', '--baked=x'], 3, 'cannot read "missing.json": no such file'],
    [['.', '--baked=x'], 3, 'cannot read ".": is a folder'],
    [['a.json', '--baked=x', '--nope'], 2, 'unknown option "--nope"'],
    [['a.json', '--baked=x', '--format=xml'], 2, 'invalid --format "xml"'],
  ])('answers %j with status %i and a line that says why', async (args, status, message) => {
    const result = await explain(...args);
    expect(result.status).toBe(status);
    expect(result.err).toContain(message);
    expect(result.err).not.toMatch(/^\s+at /m);
    expect(result.out).toBe('');
  });
});

describe('explain for the config of the AgentBaker repository', () => {
  const config = 'parts/linux/cloud-init/artifacts/aks-node-controller-hotfix.json';
  const workspace = new Workspace();
  const many = Array.from({ length: 25 }, (_, i) => `script${i}`);

  it.each([
    [template('provision', 'install'), ['provision', 'install'], 'has the scripts "provision", "install"'],
    [
      template(...many),
      many,
      `has the scripts ${many
        .slice(0, 20)
        .map((name) => `"${name}"`)
        .join(', ')} and 5 more`,
    ],
    [template(), [], 'has no scripts, so nodes apply none'],
    [begin, null, 'has a marker line without its counterpart, so its scripts are unknown'],
  ])('says which scripts nodes get', async (text, payload, sentence) => {
    workspace.turnRecordOff();
    workspace.write(config, '{ "scripts_version": "202604.01.3" }');
    workspace.write('parts/linux/cloud-init/nodecustomdata.yml', text);
    const { out } = await workspace.run('explain', config, '--baked=202604.01.0');
    expect(out).toContain(`\n  nodecustomdata.yml ${sentence}\n`);
    const json = await workspace.run('explain', config, '--baked=202604.01.0', '--format=json');
    expect(JSON.parse(json.out)).toMatchObject([{ payload }]);
  });

  it('says nothing of scripts without a payload beside it', async () => {
    workspace.write(config, '{}');
    workspace.write('hotfix.json', '{}');
    workspace.write('nodecustomdata.yml', template('provision'));
    const { out } = await workspace.run('explain', config, 'hotfix.json', '--format=json');
    expect(out).not.toContain('payload');
  });
});
