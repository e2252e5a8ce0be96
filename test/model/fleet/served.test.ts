import { describe, expect, it } from 'vitest';
import {
  Analysis,
  bakedBase,
  decide,
  decodeUtf8,
  isBlank,
  noFile,
  readingsOf,
  readingsServed,
  stage,
  traitsOf,
} from '../../../server/src/model/index.ts';
import { readLines } from '../../support/vectors.ts';

/** What a node reports about a served map, in upstream's words. */
type ServedOutcome = 'failed' | 'noHotfixAvailable' | 'noHotfixForBase' | 'lpsRead';

function servedOutcome({ served, text }: ReturnType<typeof stage>, baked: string): ServedOutcome {
  if (!served) return 'failed';
  if (text === undefined) return 'noHotfixAvailable';
  const entry = served.get(bakedBase(baked) ?? '');
  return entry === undefined || isBlank(entry) ? 'noHotfixForBase' : 'lpsRead';
}

interface Result {
  readonly resultFile: string | null;
  readonly binary: string | null;
  readonly scripts: boolean;
  readonly outcome: ServedOutcome;
}

interface ServedVector extends Result {
  readonly id: string;
  readonly file: string | null;
  readonly served: string;
  readonly baked: string;
  readonly stamped: Result;
}

interface Bytes<T> {
  readonly resultFileB64: string | null;
  readonly stamped: { readonly resultFileB64: string | null } & Omit<T, 'resultFileB64'>;
}

function readingsIn(file: string | null) {
  return file === null ? noFile : readingsOf(new Analysis(file).source);
}

function judged(
  { file, served, baked }: Pick<ServedVector, 'file' | 'served' | 'baked'>,
  generation: 'stamped' | 'grpc',
) {
  const staged = stage(
    readingsIn(file).current,
    served,
    traitsOf(generation).served === 'merges' ? 'merges' : 'overwrites',
  );
  const { binary, scripts } = decide(readingsServed(readingsIn(file), served), baked, generation);
  return {
    resultFile: staged.text === undefined ? file : staged.text,
    binary: binary.asks,
    scripts: scripts.applies,
    outcome: servedOutcome(staged, baked),
  };
}

describe('a node that was served a map', () => {
  it('does what the code of its image did, in all 300 cases', () => {
    const vectors = readLines<ServedVector>('served');
    expect(vectors).toHaveLength(300);
    for (const { id, stamped, ...vector } of vectors) {
      const { resultFile, binary, scripts, outcome } = vector;
      expect(judged(vector, 'grpc'), id).toEqual({ resultFile, binary, scripts, outcome });
      expect(judged(vector, 'stamped'), id).toEqual(stamped);
    }
  });

  it('does the same with exact bytes, in all 85 cases', () => {
    const vectors = readLines<
      Bytes<Result> & { fileB64: string | null; servedB64: string; baked: string; id: string } & Omit<
          Result,
          'resultFile'
        >
    >('served-edge');
    expect(vectors).toHaveLength(85);
    const text = (encoded: string | null) =>
      encoded === null ? null : decodeUtf8(Buffer.from(encoded, 'base64'));
    for (const { id, fileB64, servedB64, baked, stamped, ...current } of vectors) {
      const file = text(fileB64);
      const served = text(servedB64) ?? '';
      for (const [generation, expected] of [
        ['grpc', current],
        ['stamped', stamped],
      ] as const) {
        const { resultFile, ...said } = judged({ file, served, baked }, generation);
        const { binary, scripts, outcome, resultFileB64 } = expected;
        expect(said, `${id} ${generation}`).toEqual({ binary, scripts, outcome });
        // A file that stays keeps its bytes, also those that are no UTF-8.
        const bytes = resultFile === file ? fileB64 : Buffer.from(resultFile ?? '').toString('base64');
        expect(bytes, `${id} ${generation}`).toEqual(resultFileB64);
      }
    }
  });

  it.each(['none', 'selfupdate', 'patch-only', 'map'] as const)(
    'never asks where its controller is %s',
    (generation) => {
      const file = '{"version":"202604.24.1"}';
      const served = '{"hotfixes":{"202604.24":"202604.24.2"}}';
      const unserved = readingsIn(file);
      expect(decide(readingsServed(unserved, served), '202604.24.0', generation)).toEqual(
        decide(unserved, '202604.24.0', generation),
      );
    },
  );

  it('loses scripts_version on a stamped image, and keeps it on a current one', () => {
    const file = '{"version":"202607.29.1","scripts_version":"202607.29.1"}';
    const served = '{"hotfixes":{"202608.20":"202608.20.3"}}';
    expect(judged({ file, served, baked: '202608.20.0' }, 'grpc')).toMatchObject({ binary: '202608.20.3' });
    expect(judged({ file, served, baked: '202607.29.0' }, 'stamped')).toMatchObject({
      binary: null,
      scripts: false,
    });
  });
});

interface UpstreamCase {
  readonly id: string;
  readonly config: string | null;
  readonly served: string | null;
  readonly baked: string;
  readonly expect: {
    readonly binary: string | null;
    readonly scripts: boolean | null;
    readonly readable: boolean;
    readonly staged?: object | null;
    readonly outcome?: ServedOutcome;
  };
  readonly generation?: string;
  readonly layer?: string;
  readonly fetch?: string;
}

describe('what upstream’s own tests expect', () => {
  // Another layer, or a service that does not answer, decides the others. u099 is about a self-updating controller
  // that knows its version; no image has one.
  const cases = readLines<UpstreamCase>('upstream-cases').filter(
    ({ id, layer, fetch }) => layer === undefined && fetch === undefined && id !== 'u099',
  );

  it('is there', () => {
    expect(cases.length).toBe(117);
  });

  it.each(cases)('$source', ({ config, served, baked, generation = 'grpc', expect: expected }) => {
    const unserved = readingsIn(config);
    const readings = served === null ? unserved : readingsServed(unserved, served);
    const { binary, scripts } = decide(readings, baked, generation === 'grpc' ? 'grpc' : 'selfupdate');
    expect(binary.asks).toBe(expected.binary);
    if (expected.scripts !== null) expect(scripts.applies).toBe(expected.scripts);
    expect(unserved.by('grpc') !== null || served !== null).toBe(expected.readable);
    if (served === null || expected.staged === undefined) return;
    const staged = stage(unserved.current, served, 'merges');
    const after = staged.text ?? config;
    expect(after === null ? null : JSON.parse(after)).toEqual(expected.staged);
    if (expected.outcome) expect(servedOutcome(staged, baked)).toBe(expected.outcome);
  });
});
