import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hotfixConfig } from '../support/cli.ts';
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
      for (const { baked, binary, scripts } of vector.verdicts) {
        const found = evaluate(bytesOf(vector), baked);
        expect(
          [
            found.readable,
            inOrder(found.config),
            found.binary.resolved,
            found.binary.upgrade,
            found.scripts.upgrade,
          ],
          vector.id,
        ).toEqual([
          vector.error === undefined,
          inOrder(vector.config),
          binary.resolved,
          binary.upgrade,
          scripts.upgrade,
        ]);
      }
    }
  });

  it('takes a text for what a file of it would hold', () => {
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
    JSON.parse((await hotfixConfig([...args, '--format', 'json'], { cwd: folder })).out);

  it('is what "explain" prints', async () => {
    const [{ file: _, verdicts, ...read }] = await printed(
      'explain',
      'faulty.json',
      '--baked',
      'v202604.01.0',
    );
    expect(evaluate(faulty, 'v202604.01.0')).toEqual({ ...read, ...verdicts[0] });
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
    const found = diff('{ "hotfixes": { "202604.01": "202604.01.9" } }', Buffer.from(after), {
      bakedVersions: baked,
    });
    expect(found).toEqual(await printed('diff', 'before.json', 'after.json', ...flags));
    expect(found).toHaveLength(1);
  });

  it('is what "fix" writes', async () => {
    for (const comments of [false, true]) {
      const args = ['fix', '-', '--today', day, ...(comments ? ['--comments'] : [])];
      const { out } = await hotfixConfig(args, { cwd: folder, input: faulty });
      expect(fix(faulty, { comments, today: day })).toBe(out);
    }
  });
});

describe('a baseline that nodes cannot read', () => {
  it('has nothing to lose', () => {
    expect(check('{ "version": "202604.01.3" }', { baseline: '{,}', today: day })).toEqual([]);
  });
});

describe('arguments that make no sense', () => {
  it.each<[string, () => unknown]>([
    ['There is no rule "nope"', () => check('{}', { rules: { nope: 'off' } })],
    [
      '"loud" is no level of rule "no-hotfix"',
      () => fix('{}', JSON.parse('{ "rules": { "no-hotfix": "loud" } }')),
    ],
    ['"2026-02-30" is no day', () => check('{}', { today: '2026-02-30' })],
    ['"dev" is not a baked version', () => diff('{}', '{}', { bakedVersions: ['dev'] })],
    ['support window of 0 months', () => check('{}', { supportWindowMonths: 0 })],
  ])('are refused: %s', (message, call) => {
    expect(call).toThrow(RangeError);
    expect(call).toThrow(message);
  });

  it.each(['[]', '[null]', '[7]', '[{}]'])('are refused: the only element of %s for a config', (list) => {
    const [given] = JSON.parse(list);
    for (const call of [() => evaluate(given, '202604.01.0'), () => check(given), () => diff(given, '{}')])
      expect(call).toThrow(TypeError);
  });
});
