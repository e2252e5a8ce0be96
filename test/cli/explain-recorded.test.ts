import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundledRecord, Catalogue } from '../../server/src/model/index.ts';
import { nodeFiles } from '../../server/src/node/files.ts';
import { explain, type RecordedAnswer } from '../../server/src/service/answers/explanation.ts';
import { analysisOf } from '../../server/src/service/findings/checked-file.ts';
import { hotfixConfig, hotfixConfigHere, withRecord } from '../support/cli.ts';
import { readLines } from '../support/vectors.ts';

interface GenerationVector {
  readonly id: string;
  readonly text_b64: string;
  readonly verdicts: readonly {
    readonly generation: string;
    readonly baked: string;
    readonly binary: { readonly asks: string | null };
    readonly scripts: 'applied' | 'not' | 'n/a';
  }[];
}

interface Explained {
  readonly file: string | null;
  readonly verdicts: readonly { readonly baked: string; readonly recorded: RecordedAnswer | null }[];
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'explain-recorded-'));
});
afterAll(() => rm(folder, { recursive: true }));

const applies = { applied: true, not: false, 'n/a': null } as const;
const vectors = readLines<GenerationVector>('generation-verdicts');
const bytesOf = ({ text_b64 }: GenerationVector) => Buffer.from(text_b64, 'base64');

function expectAgreement({ id, verdicts }: GenerationVector, explained: Explained['verdicts']): void {
  for (const { generation, baked, binary, scripts } of verdicts) {
    const { recorded = null } = explained.find((verdict) => verdict.baked === baked) ?? {};
    const said = recorded && {
      generation: recorded.generation,
      asks: recorded.binary.asks,
      applies: recorded.scripts.applies,
      installs: recorded.images.some(({ installs }) => installs === true),
    };
    const { asks } = binary;
    // On each of these versions there is an image that can install a package.
    expect(said, `${id} ${baked}`).toEqual({
      generation,
      asks,
      applies: applies[scripts],
      installs: asks !== null,
    });
  }
}

describe('explain says what recorded images do', () => {
  it('as their own code did, in this process', async () => {
    const catalogue = new Catalogue([], { bundled: await bundledRecord() });
    expect(vectors).toHaveLength(800);
    for (const vector of vectors) {
      const baked = vector.verdicts.map((verdict) => verdict.baked);
      expectAgreement(vector, explain({ analysis: analysisOf(bytesOf(vector)) }, baked, catalogue).verdicts);
    }
  }, 120_000);

  it('as their own code did, through the command line', async () => {
    await Promise.all(vectors.map((vector, i) => writeFile(join(folder, `${i}.json`), bytesOf(vector))));
    const baked = [...new Set(vectors.flatMap(({ verdicts }) => verdicts.map((verdict) => verdict.baked)))];
    const { status, out, err } = await hotfixConfig(
      [
        'explain',
        ...vectors.map((_, i) => `${i}.json`),
        ...baked.map((v) => `--baked=${v}`),
        '--format=json',
      ],
      { cwd: folder },
    );
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const explained: readonly Explained[] = JSON.parse(out);
    expect(explained).toHaveLength(800);
    for (const [i, vector] of vectors.entries()) expectAgreement(vector, explained[i]?.verdicts ?? []);
  }, 240_000);
});

const run = (...args: readonly string[]) =>
  hotfixConfigHere(['explain', ...args], { cwd: folder, files: withRecord });
const json = async (...args: readonly string[]): Promise<Explained[]> =>
  JSON.parse((await run(...args, '--format=json')).out);

describe('explain', () => {
  beforeAll(async () => {
    await writeFile(join(folder, 'hotfix.json'), '{"version":"202607.29.1","scripts_version":"202607.29.1"}');
    await writeFile(join(folder, 'served'), '{"hotfixes":{"202608.20":"202608.20.3"}}');
    await writeFile(join(folder, 'nodes'), '202608.20.0\nAKSWindows-2022-20348.2582.240619\n');
    await writeFile(join(folder, 'broken'), '{');
  });

  it('leads with the recorded outcome, and adds the current one where that differs', async () => {
    await writeFile(
      join(folder, 'map.json'),
      '{"hotfixes":{"202607.09":"202607.09.1","202607.20":"202607.20.3"}}',
    );
    const { out } = await run(
      'map.json',
      '--baked=202607.09.0',
      '--baked=202607.20.0',
      '--baked=202604.01.0',
    );
    expect(out.split('\n')).toEqual([
      'map.json: readable',
      '  "202607.09.0" (on record: map)',
      '    binary:  stays: its controller reports "dev", so it cannot compare versions',
      '    scripts: applies: its controller always applies delivered scripts',
      '    A current controller of this version:',
      '      binary:  upgrades to "202607.09.1": "202607.09.1" from the entry of base "202607.09" has the same base and a higher patch',
      '      scripts: stays: "scripts_version" is empty or missing',
      '  "202607.20.0" (on record: stamped)',
      expect.stringMatching(
        /^ {4}binary: {2}upgrades to "202607\.20\.3" on 21 of 27 images: .*; cannot on Azure Container Linux .*; cannot on Azure Linux v3 OS Guard .*; unknown on Ubuntu 20\.04 /,
      ),
      '    scripts: stays: "scripts_version" is empty or missing',
      '  "202604.01.0"',
      '    binary:  stays: base "202604.01" is not in "hotfixes"',
      '    scripts: stays: "scripts_version" is empty or missing',
      '',
    ]);
  });

  it('says that no package has a version with another spelling', async () => {
    await writeFile(join(folder, 'spelled.json'), '{ "hotfixes": { "202607.20": "202607.20.03" } }');
    const { out } = await run('spelled.json', '--baked=202607.20.0', '--baked=202607.20.1');
    const lines = out.split('\n').filter((line) => line.includes('binary:'));
    expect(new Set(lines)).toEqual(
      new Set([
        '    binary:  asks for "202607.20.03": "202607.20.03" from the entry of base "202607.20" has the same base and a higher patch; no package has this version',
      ]),
    );
  });

  it('has a row for each outcome of all known versions, those that upgrade first', async () => {
    const { out } = await run('map.json');
    const heads = out.split('\n').filter((line) => /^ {2}\S/.test(line));
    expect(heads).toEqual([
      '  "202607.20.0" (on record: stamped)',
      '  132 baked versions, "202303.06.0" to "202604.13.0" (on record: none)',
      '  "202604.24.0" (on record: selfupdate)',
      '  5 baked versions, "202605.05.1" to "202606.19.0" (on record: patch-only)',
      '  2 baked versions, "202607.02.0", "202607.09.0" (on record: map)',
      '  3 baked versions, "202607.29.0" to "202608.14.0" (on record: stamped)',
      '  "202608.20.0" (on record: grpc)',
    ]);
    expect(out).toContain('binary:  stays: its base is not in "hotfixes"');
  });

  it('says of a version that is not a date that no image has it', async () => {
    await writeFile(join(folder, 'november.json'), '{"hotfixes":{"202611.31":"202611.31.1"}}');
    const { out } = await run('november.json', '--baked=202611.31.0');
    expect(out.split('\n')[1]).toBe(
      '  "202611.31.0": "202611.31" is not a valid date, so no image has this version. Its controller would decide:',
    );
    expect(await json('november.json', '--baked=202611.31.0')).toMatchObject([
      { verdicts: [{ binary: { upgrade: true }, recorded: null }] },
    ]);
  });

  it('shows the text that a served map leaves in the file', async () => {
    const staged =
      '{"version":"202607.29.1","scripts_version":"202607.29.1","hotfixes":{"202608.20":"202608.20.3"}}';
    const stagedByStamped = '{"hotfixes":{"202608.20":"202608.20.3"}}';
    expect(await json('hotfix.json', '--served=served', '--baked=1')).toMatchObject([
      { staged, stagedByStamped },
    ]);
    expect((await run('hotfix.json', '--served=served', '--baked=1')).out).toContain(
      `  The file becomes: ${staged}\n  On "stamped" images, the file becomes: ${stagedByStamped}\n`,
    );
    await writeFile(join(folder, 'nothing'), 'null');
    expect((await run('hotfix.json', '--served=nothing', '--baked=1')).out).toContain(
      '  The served map is empty, so the file does not change.\n  On "stamped" images, the file becomes: {"hotfixes":{}}\n',
    );
    expect(await json('hotfix.json', '--served=nothing', '--baked=1')).toMatchObject([
      { staged: null, stagedByStamped: '{"hotfixes":{}}' },
    ]);
    expect(Object.keys((await json('hotfix.json', '--baked=1'))[0] ?? {})).not.toContain('staged');
  });

  it('answers for a served map: a current controller keeps the fields, a stamped one loses them', async () => {
    const baked = ['--baked=202608.20.0', '--baked=202607.29.0'];
    expect(await json('hotfix.json', '--served=served', ...baked)).toMatchObject([
      {
        file: 'hotfix.json',
        config: {
          version: '202607.29.1',
          scripts_version: '202607.29.1',
          hotfixes: { '202608.20': '202608.20.3' },
        },
        verdicts: [
          {
            binary: { resolved: '202608.20.3', upgrade: true },
            recorded: { binary: { asks: '202608.20.3' } },
          },
          {
            binary: { upgrade: false },
            scripts: { upgrade: true },
            recorded: { binary: { asks: null }, scripts: { applies: false } },
          },
        ],
      },
    ]);
  });

  it('answers for a node without a file, served or not', async () => {
    expect(await json('--baked=202608.20.0')).toMatchObject([
      {
        file: null,
        readable: true,
        verdicts: [{ binary: { upgrade: false }, recorded: { binary: { asks: null } } }],
      },
    ]);
    expect(await json('--baked=202608.20.0', '--served', 'served')).toMatchObject([
      { file: null, verdicts: [{ recorded: { binary: { asks: '202608.20.3' } } }] },
    ]);
    expect((await run('--baked=202604.01.0')).out).toContain('no file: nodes have an empty config\n');
  });

  it('has a row a node', async () => {
    expect(await json('--served=served', '--nodes=nodes')).toMatchObject([
      {
        verdicts: [],
        nodes: [
          { label: '202608.20.0', baked: '202608.20.0', generation: 'grpc', binary: { asks: '202608.20.3' } },
          { label: 'AKSWindows-2022-20348.2582.240619', os: 'windows', binary: { installs: false } },
        ],
      },
    ]);
  });

  it('takes a list of nodes that is larger than any config', async () => {
    const name = 'AKSUbuntu-2204gen2containerd-202608.20.0';
    await writeFile(join(folder, 'many'), `${name}\n`.repeat(140_000));
    const args = ['explain', '--served=served', '--nodes=many'];
    const { status, out } = await hotfixConfig(args, { cwd: folder });
    expect(status).toBe(0);
    expect(out).toContain('140000 nodes: binary upgrades on 140000, stays on 0; scripts apply on 0');
  });

  it('says what to do if the bundled record is broken', async () => {
    await writeFile(join(folder, 'config.json'), '{}');
    const files = { ...nodeFiles, bundledRecord: () => Promise.reject(new Error('It has format 2.')) };
    for (const command of [
      ['explain', 'config.json'],
      ['check', 'config.json'],
      ['diff', 'config.json', 'config.json'],
    ])
      expect(await hotfixConfigHere(command, { cwd: folder, files })).toMatchObject({
        status: 3,
        out: '',
        err: 'error: cannot read the bundled record of images: It has format 2.\nhint: reinstall hotfix-config, or set "bundledRecord": false in .hotfixrc.json\n',
      });
  });

  it('uses only the named versions if the bundled record is off', async () => {
    await writeFile(join(folder, '.hotfixrc.json'), '{ "bundledRecord": false }');
    await writeFile(join(folder, 'own.json'), '[{ "version": "202607.20.0", "controller": "map" }]');
    try {
      expect(await json('hotfix.json', '--baked=202608.20.0')).toMatchObject([
        { verdicts: [{ recorded: null }] },
      ]);
      expect((await json('hotfix.json'))[0]?.verdicts).toEqual([]);
      expect(await json('hotfix.json', '--baked-from=own.json')).toMatchObject([
        { verdicts: [{ baked: '202607.20.0', recorded: { generation: 'map', images: [] } }] },
      ]);
    } finally {
      await rm(join(folder, '.hotfixrc.json'));
    }
  });

  it.each([
    [['missing.json'], 3, 'cannot read "missing.json": no such file'],
    [['--served=missing'], 3, 'cannot read "missing": no such file'],
    [['--nodes=broken'], 2, 'cannot use --nodes "broken": it is not JSON: '],
    [['-', '--nodes=-'], 2, 'FILE and --nodes cannot both read standard input'],
  ])('answers %j with status %i and a line that says why', async (args, status, message) => {
    const result = await run(...args);
    expect(result.status).toBe(status);
    expect(result.err).toContain(message);
    expect(result.err).not.toMatch(/^\s+at /m);
  });

  it('names the words that a controller can be', async () => {
    await writeFile(join(folder, 'own.json'), '[{ "version": "202607.20.0", "controller": "newest" }]');
    const { status, err } = await run('hotfix.json', '--baked-from=own.json');
    expect(status).toBe(2);
    expect(err).toContain('"newest"');
    expect(err).toContain('patch-only');
  });
});
