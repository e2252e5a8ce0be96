import { createRequire } from 'node:module';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** The functions as called by a program without types. */
const untyped: Readonly<Record<string, (...args: unknown[]) => unknown>> = createRequire(import.meta.url)(
  '../../server/dist/api.js',
);

function refusal(name: string, args: readonly unknown[]): string {
  try {
    untyped[name]?.(...args);
  } catch (error) {
    return String(error);
  }
  return 'nothing was refused';
}

const noBytes = 'is neither a string nor a Uint8Array (such as a Buffer).';

describe('an invalid argument is quoted with the expected type', () => {
  it.each<[string, unknown[], string]>([
    ['evaluate', [], `"config" is invalid: undefined ${noBytes}`],
    ['evaluate', [null, '202604.01.0'], `"config" is invalid: null ${noBytes}`],
    ['evaluate', ['{}'], '"bakedVersion" must be a string, not undefined.'],
    ['evaluate', ['{}', 202604.01], '"bakedVersion" must be a string, not 202604.01.'],
    ['evaluate', ['{}', ['202604.01.0']], '"bakedVersion" must be a string, not "[\\"202604.01.0\\"]".'],
    ['check', [7], `"config" is invalid: 7 ${noBytes}`],
    ['check', [{ hotfixes: {} }], `"config" is invalid: "{\\"hotfixes\\":{}}" ${noBytes}`],
    ['check', [Promise.resolve('{}')], `"config" is invalid: [object Promise] ${noBytes}`],
    ['check', [new ArrayBuffer(2)], `"config" is invalid: [object ArrayBuffer] ${noBytes}`],
    ['check', ['{}', null], '"options" must be an object, not null.'],
    ['check', ['{}', '202604.01.0'], '"options" must be an object, not "202604.01.0".'],
    ['check', ['{}', { rules: 'off' }], '"rules" must be an object, not "off".'],
    ['check', ['{}', { rules: { nope: 'off' } }], 'Unknown rule "nope"'],
    [
      'check',
      ['{}', { rules: { 'no-hotfix': 'loud' } }],
      '"rules.no-hotfix" must be one of off, hint, information, warning, error, not "loud".',
    ],
    [
      'check',
      ['{}', { today: '2026-02-30' }],
      '"today" is invalid: "2026-02-30" is not a valid date (YYYY-MM-DD).',
    ],
    ['check', ['{}', { today: new Date(0) }], '"today" must be a string, not [object Date].'],
    ['check', ['{}', { supportWindowMonths: 0 }], '"supportWindowMonths" must be at least 1, not 0.'],
    ['check', ['{}', { supportWindowMonths: '6' }], '"supportWindowMonths" must be a number, not "6".'],
    ['check', ['{}', { bundledRecord: 'off' }], '"bundledRecord" must be a boolean, not "off".'],
    ['evaluate', ['{}', '202604.01.0', null], '"options" must be an object, not null.'],
    ['check', ['{}', { file: 7 }], '"file" must be a string, not 7.'],
    ['check', ['{}', { baseline: null }], `"baseline" is invalid: null ${noBytes}`],
    [
      'check',
      ['{}', { bakedVersionsFrom: ['.'] }],
      'Unknown option "bakedVersionsFrom". Options are acceptedLosses,',
    ],
    ['fix', [], '"text" must be a string, not undefined.'],
    ['fix', [Buffer.from('{}')], '"text" must be a string, not [object Uint8Array].'],
    ['fix', ['{}', null], '"options" must be an object, not null.'],
    ['fix', ['{}', { comments: 'yes' }], '"comments" must be a boolean, not "yes".'],
    ['diff', ['{}'], `"after" is invalid: undefined ${noBytes}`],
    ['diff', [[], '{}'], `"before" is invalid: "[]" ${noBytes}`],
    [
      'diff',
      ['{}', '{}', { bakedVersions: '202604.01.0' }],
      '"bakedVersions" must be a list, not "202604.01.0".',
    ],
    [
      'diff',
      ['{}', '{}', { bakedVersions: [{ version: '202604.01.0' }] }],
      '"bakedVersions.0" must be a string, not "{\\"version\\":\\"202604.01.0\\"}".',
    ],
    [
      'diff',
      ['{}', '{}', { bakedVersions: ['202604.01.0', 'dev'] }],
      '"bakedVersions.1" is invalid: "dev" is not a baked version such as "202604.01.0".',
    ],
  ])('%s(%j)', (name, args, message) => {
    const said = refusal(name, args);
    expect(said.slice(0, 'TypeError: '.length + message.length)).toBe(`TypeError: ${message}`);
  });

  it('for any value', () => {
    const circle: unknown[] = [];
    circle.push(circle);
    const unusual = [circle, 10n, Symbol('s'), () => '', Object.create(null), 'x'.repeat(100_000), new Map()];
    const anything = fc.oneof(
      fc.constantFrom(...unusual),
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
    );
    const options = fc.oneof(
      anything,
      fc.record(
        Object.fromEntries(
          [
            ...['rules', 'bakedVersions', 'today', 'supportWindowMonths'],
            ...['file', 'baseline', 'comments', '__proto__'],
          ].map((name) => [name, anything]),
        ),
        { requiredKeys: [] },
      ),
    );
    const calls = fc.tuple(
      fc.oneof(anything, fc.constant('{}')),
      fc.oneof(anything, fc.constant('{}'), options),
      options,
    );
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(untyped)), calls, (name, args) => {
        const said = refusal(name, args);
        if (said === 'nothing was refused') return;
        expect(said).toMatch(/^TypeError: (?:"\w[\w.-]*" (?:must|is|has) |Unknown (?:rule|option) ")/);
        expect(said.length).toBeLessThan(300);
      }),
    );
  });

  it('but for an option of another function, so that all may be given the same', () => {
    const options = { file: 'hotfix.json', comments: true, bakedVersions: [], today: '2026-07-01' };
    for (const name of ['check', 'fix']) expect(refusal(name, ['{}', options])).toBe('nothing was refused');
    expect(refusal('diff', ['{}', '{}', options])).toBe('nothing was refused');
  });

  it('and bytes of another realm are not an error', () => {
    expect(refusal('evaluate', [runInNewContext('new Uint8Array([123, 125])'), '202604.01.0'])).toBe(
      'nothing was refused',
    );
  });
});
