import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { clean, today, Workspace } from './workspace.ts';

const schemaPath = join(import.meta.dirname, '../../schemas/baked-versions.schema.json');
const validate = new Ajv({ strict: true }).compile(JSON.parse(readFileSync(schemaPath, 'utf8')));

const workspace = new Workspace();
async function explainBy(file: string) {
  workspace.write('hotfix.json', clean);
  workspace.write('baked.json', file);
  return workspace.run('explain', 'hotfix.json', '--baked-from=baked.json', '--format=json');
}

/** What the schema and the command line reject, and at which position. */
const files: readonly [file: string, position: string | undefined, message?: string][] = [
  ['[]', undefined],
  ['["202604.01.0"]', undefined],
  ['["202604.01.0", "202604.01.0"]', undefined],
  ['[{ "version": "202604.01.0" }]', undefined],
  ['[{ "version": "202604.01.0", "images": [], "released": "" }, "202605.30.1"]', undefined],
  ['[{ "version": "202604.01.0", "released": "in April" }]', undefined],
  ['{ "bakedVersions": [] }', undefined],
  ['{ "$schema": "x", "bakedVersions": ["202604.01.0"] }', undefined],
  ['{ "version": "202604.01.0", "more": [1] }', undefined],
  ['{}', '1:1', '"bakedVersions" is missing.'],
  ['null', '1:1', 'The file must be a list, not "null".'],
  ['7', '1:1', 'The file must be a list, not "7".'],
  ['"202604.01.0"', '1:1', 'The file must be a list, not "202604.01.0".'],
  ['[\n  "202604.01.0",\n  ""\n]', '3:3', '"" is not a baked version such as'],
  ['["dev"]', '1:2', '"dev" is not a baked version'],
  ['["v202604.01.0"]', '1:2', '"v202604.01.0" is not a baked version'],
  ['["202604.1.0"]', '1:2', '"202604.1.0" is not a baked version'],
  ['["202604.01.00"]', '1:2', '"202604.01.00" is not a baked version'],
  ['["202604.01.0\\n"]', '1:2', '"202604.01.0\\u000a" is not a baked version'],
  ['[" 202604.01.0"]', '1:2', '" 202604.01.0" is not a baked version'],
  ['["２０２６０４.01.0"]', '1:2', 'is not a baked version'],
  ['[7]', '1:2', 'must be a string, not "7"'],
  ['[[]]', '1:2', 'must be a string, not "[]"'],
  ['[{}]', '1:2', '"0.version" is missing.'],
  ['[{ "version": "dev" }]', '1:15', '"dev" is not a baked version'],
  [
    '[{ "version": "202604.01.0", "image": [] }]',
    '1:30',
    'Unknown property "image" in a list of baked versions.',
  ],
  ['[{ "version": "202604.01.0", "images": "all" }]', '1:40', 'must be a list, not "all"'],
  ['[{ "version": "202604.01.0", "images": [7] }]', '1:41', 'must be a string, not "7"'],
  ['[{ "version": "202604.01.0", "released": 20260401 }]', '1:42', 'must be a string, not "20260401"'],
  ['{ "bakedVersions": "202604.01.0" }', '1:20', '"bakedVersions" must be a list, not "202604.01.0"'],
  ['{ "bakedVersions": ["dev"] }', '1:21', '"dev" is not a baked version'],
  ['{ "bakedVersions": [], "more": 1 }', '1:24', 'Unknown property "more" in a list of baked versions.'],
  ['{ "versions": [] }', '1:1', '"bakedVersions" is missing.'],
  ['{ "version": "dev" }', '1:14', '"dev" is not a baked version'],
];

describe('a file of --baked-from', () => {
  it.each(files)('%j is judged as its schema judges it', async (file, position, message = '') => {
    expect(validate(JSON.parse(file))).toBe(position === undefined);
    const { status, out, err } = await explainBy(file);
    if (position === undefined) {
      const listed = new Set(file.match(/\d{6}\.\d\d\.\d+/g));
      const [{ verdicts }] = JSON.parse(out);
      expect(verdicts.map(({ baked }: { baked: string }) => baked)).toEqual([...listed]);
    } else {
      expect([status, out]).toEqual([2, '']);
      expect(err.startsWith(`error: baked.json:${position}: `), err).toBe(true);
      expect(err).toContain(message);
      expect(err.split('\n')).toHaveLength(2);
    }
  });

  it('can have a patch of 64 bits but not more, which a pattern cannot express', async () => {
    expect((await explainBy('["202604.01.18446744073709551615"]')).status).toBe(0);
    expect((await explainBy('["202604.01.18446744073709551616"]')).err).toContain(
      'baked.json:1:2: "0" is invalid: "202604.01.18446744073709551616" is not a baked version',
    );
  });

  it.each([
    ['', '1:1', 'Invalid JSON at "end of file"'],
    ['[\n  "202604.01.0"\n  "202604.01.1"\n]', '3:3', 'Invalid JSON at "\\"202604.01.1\\""'],
    ['["202604.01.0",]', '1:16', 'Invalid JSON at "]"'],
    ['[] // why', '1:4', 'Invalid JSON at "// why"'],
    ['["202604.01.0"', '1:15', 'Invalid JSON at "end of file"'],
    ['\u0000\u0001', '1:1', 'Invalid JSON at "\\u0000'],
    ['['.repeat(100_000), '1:1', 'The file is nested more than 500 levels deep.'],
    ['{ "bakedVersions": [],\r "bakedVersions": [] }', '2:2', 'Duplicate key "bakedVersions"'],
  ])('is refused if it is not JSON: %j', async (file, position, message) => {
    const { status, out, err } = await explainBy(file);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(`error: baked.json:${position}: `);
    expect(err).toContain(message);
  });

  it('is refused where nearly nothing of it is right', async () => {
    const { status, err } = await explainBy(JSON.stringify({ bakedVersions: Array(200_000).fill('x') }));
    expect([status, err]).toEqual([
      2,
      'error: baked.json:1:1: The file has too many problems to list. Compare it with its schema.\n',
    ]);
  });

  it('may begin with a byte-order mark', async () => {
    expect((await explainBy('\ufeff["202604.01.0"]')).status).toBe(0);
  });

  it('in "bakedVersionsFrom" is reported with its position, and the check continues', async () => {
    workspace.write('hotfix.json', clean);
    workspace.write('.hotfixrc.json', '{ "bakedVersionsFrom": ["baked.json"] }');
    workspace.write('baked.json', '[\n  "dev"\n]');
    const { status, err } = await workspace.run('check', today);
    expect([status, err]).toEqual([
      0,
      expect.stringContaining(
        '"baked.json" is ignored. Line 2, column 3: "0" is invalid: "dev" is not a baked',
      ),
    ]);
  });
});
