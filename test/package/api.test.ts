import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hotfixConfigHere, withRecord } from '../support/cli.ts';
import { template } from '../support/payload.ts';
import { bytesOf, inOrder, readVectors, vectorFiles } from '../support/vectors.ts';

const load = createRequire(import.meta.url);
const { check, diff, evaluate, fix }: typeof import('../../server/api.d.ts') =
  load('../../server/dist/api.js');

const faulty =
  '{\r\n  "Hotfixes": { "202605.30": "202605.30.01", "202604.1": "202604.01.3", },\r\n  "note😀": 1 // why\r\n}';
const day = '2026-07-01';

describe('evaluate', () => {
  it.each(vectorFiles)('agrees with every verdict of the reference implementation: %s', (file) => {
    for (const vector of readVectors(file)) {
      const answers = vector.verdicts.map(({ baked }) => evaluate(bytesOf(vector), baked));
      const said = answers.map(({ readable, config, binary, scripts }) => [
        readable,
        inOrder(config),
        ...[binary.resolved, binary.upgrade, scripts.upgrade],
      ]);
      const expected = vector.verdicts.map(({ binary, scripts }) => [
        vector.error === undefined,
        inOrder(vector.config),
        ...[binary.resolved, binary.upgrade, scripts.upgrade],
      ]);
      expect(said, vector.id).toEqual(expected);
    }
  });

  it('treats a text like a file with that content', () => {
    expect(evaluate('\ufeff{}', '202604.01.0').readable).toBe(false);
    expect(evaluate('{ "version": "\ud800" }', '202604.01.0').config?.version).toBe('\ufffd');
  });
});

describe('what the API answers', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'api-'));
    writeFileSync(join(folder, 'faulty.json'), faulty);
    writeFileSync(join(folder, 'before.json'), '{ "hotfixes": { "202604.01": "202604.01.9" } }');
    writeFileSync(join(folder, 'utf16.json'), Buffer.from('\ufeff{ "version": "dev" }', 'utf16le'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const printed = async (...args: string[]) =>
    JSON.parse(
      (await hotfixConfigHere([...args, '--format', 'json'], { cwd: folder, files: withRecord })).out,
    );

  it('is what "explain" prints', async () => {
    const [{ file: _, verdicts, ...read }] = await printed(
      'explain',
      'faulty.json',
      '--baked',
      'v202604.01.0',
    );
    expect(verdicts).toMatchObject([{ recorded: null }]);
    expect(evaluate(faulty, 'v202604.01.0')).toEqual({ ...read, ...verdicts[0] });
  });

  it('is what "explain" prints of an image on record', async () => {
    writeFileSync(join(folder, 'recorded.json'), '{ "version": "202605.14.2" }');
    const [{ file: _, verdicts, ...read }] = await printed('explain', 'recorded.json', '--baked=202605.14.0');
    const found = evaluate('{ "version": "202605.14.2" }', '202605.14.0');
    expect(found.recorded).toMatchObject({ generation: 'patch-only', binary: { asks: null } });
    expect(found).toEqual({ ...read, ...verdicts[0] });
    const alone = evaluate('{ "version": "202605.14.2" }', '202605.14.0', { bundledRecord: false });
    expect(alone).toEqual({ ...found, recorded: null });
  });

  it('is what "check" prints', async () => {
    const flags = [
      '--today',
      day,
      '--baked',
      '202604.01.5',
      '--rule',
      'no-hotfix=error',
      '--baseline',
      'before.json',
    ];
    const found = check(faulty, {
      file: 'faulty.json',
      today: day,
      bakedVersions: ['202604.01.5'],
      rules: { 'no-hotfix': 'error' },
      baseline: Buffer.from('{ "hotfixes": { "202604.01": "202604.01.9" } }'),
    });
    expect(found.length).toBeGreaterThan(5);
    expect(found).toEqual(await printed('check', 'faulty.json', ...flags));
  });

  it('is what "check" prints with the bundled record and without it', async () => {
    const text =
      '{ "hotfixes": { "202607.20": "202607.20.", "202605.14": "202605.14.1", "202604.01": "202604.01.3" } }';
    writeFileSync(join(folder, 'record.json'), text);
    mkdirSync(join(folder, 'off'));
    writeFileSync(join(folder, 'off/record.json'), text);
    writeFileSync(join(folder, 'off/.hotfixrc.json'), '{ "bundledRecord": false }');
    for (const [file, bundledRecord, rules] of [
      ['record.json', true, ['empty-patch', 'unreachable-base', 'unknown-base']],
      ['off/record.json', false, ['empty-patch']],
    ] as const) {
      const found = check(text, { file, bundledRecord, today: day });
      expect(new Set(found.map(({ ruleId }) => ruleId))).toEqual(expect.objectContaining(new Set(rules)));
      expect(found).toEqual(await printed('check', file, '--today', day));
    }
  });

  it('matches what "check" and "fix" do with files of other products', async () => {
    const other = '{ "id": 1, }';
    for (const name of ['sql.hotfix.json', 'aks-node-controller-hotfix.json', 'other.json']) {
      writeFileSync(join(folder, name), other);
      expect(check(other, { file: name, today: day }), name).toEqual(
        await printed('check', name, '--today', day),
      );
      await hotfixConfigHere(['fix', name], { cwd: folder });
      expect(fix(other, { file: name }), name).toBe(readFileSync(join(folder, name), 'utf8'));
    }
    expect(check(other, { file: 'sql.hotfix.json' })).toEqual([]);
    expect(check(other, { file: 'other.json' })).not.toEqual([]);
  });

  it('is what "check" prints of another encoding', async () => {
    const found = check(Buffer.from('\ufeff{ "version": "dev" }', 'utf16le'), { file: 'utf16.json' });
    expect(found[0]).toMatchObject({ ruleId: 'json-syntax', message: expect.stringContaining('utf16le') });
    expect(found).toEqual(await printed('check', 'utf16.json'));
  });

  it('is what "diff" prints', async () => {
    const after = '{ "hotfixes": { "202604.01": "202604.01.3" } }';
    const baked = ['202604.01.0', '202605.30.0'];
    writeFileSync(join(folder, 'after.json'), after);
    const flags = baked.flatMap((version) => ['--baked', version]);
    writeFileSync(join(folder, '.hotfixrc.json'), '{ "bundledRecord": false }');
    const found = diff('{ "hotfixes": { "202604.01": "202604.01.9" } }', Buffer.from(after), {
      bakedVersions: baked,
      bundledRecord: false,
    });
    expect(found).toEqual(await printed('diff', 'before.json', 'after.json', '--today=2026-07-01', ...flags));
    expect(found).toHaveLength(1);
    rmSync(join(folder, '.hotfixrc.json'));
    const recorded = diff('{ "version": "202604.01.9" }', after);
    writeFileSync(join(folder, 'before-version.json'), '{ "version": "202604.01.9" }');
    expect(recorded).toEqual(
      await printed('diff', 'before-version.json', 'after.json', '--today=2026-07-01'),
    );
    expect(recorded.length).toBeGreaterThan(1);
  });

  it('is what "fix" writes', async () => {
    for (const comments of [false, true]) {
      const args = ['fix', '-', '--today', day, ...(comments ? ['--comments'] : [])];
      const { out } = await hotfixConfigHere(args, { cwd: folder, input: faulty });
      expect(fix(faulty, { comments, today: day })).toBe(out);
    }
  });
});

describe('a config with more findings than are listed', () => {
  it.each([
    ['10000 findings', `{ ${'"a":[1,],'.repeat(10_001)} }`, 'it has more than 10000 findings'],
    ['5 MB', ' '.repeat(5 * 1024 * 1024 + 1), 'it is larger than 5 MB'],
  ])('is not fixed, and the error says why: %s', (_, text, why) => {
    expect(() => fix(text)).toThrow(new RangeError(`The config is not fixed: ${why}.`));
    expect(() => fix(text, { comments: true })).toThrow(RangeError);
  });
});

describe('a baseline that nodes cannot read', () => {
  it('has nothing to lose', () => {
    const options = { baseline: '{,}', today: day, bundledRecord: false };
    expect(check('{ "version": "202604.01.3" }', options)).toEqual([]);
  });
});

describe('a config with the payload of scripts that it enables', () => {
  const gate = '{ "scripts_version": "202604.01.3" }';
  const options = { today: day, bundledRecord: false };
  const idsWith = (payload: string | Uint8Array) => check(gate, { ...options, payload }).map((f) => f.ruleId);

  it('has a finding if the payload has no scripts', () => {
    expect(idsWith(template())).toEqual(['scripts-payload']);
    expect(idsWith(Buffer.from(template()))).toEqual(['scripts-payload']);
    expect(idsWith(template('provision'))).toEqual([]);
  });
});
