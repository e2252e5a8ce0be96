import { describe, expect, it } from 'vitest';
import {
  Analysis,
  decide,
  decodeUtf8,
  type Generation,
  readingsOf,
} from '../../../server/src/model/index.ts';
import { readLines } from '../../support/vectors.ts';

interface GenerationVector {
  readonly id: string;
  readonly text_b64: string;
  readonly verdicts: readonly {
    readonly generation: Generation;
    readonly baked: string;
    readonly binary: { readonly asks: string | null };
    readonly scripts: 'applied' | 'not' | 'n/a';
    readonly error: boolean;
  }[];
}

const scriptsWord = (applies: boolean | null) => (applies === null ? 'n/a' : applies ? 'applied' : 'not');

describe('the controllers of recorded images', () => {
  const vectors = readLines<GenerationVector>('generation-verdicts');

  it('decide as their own code did, for every document and generation', () => {
    let count = 0;
    for (const { id, text_b64, verdicts } of vectors) {
      const { source } = new Analysis(decodeUtf8(Buffer.from(text_b64, 'base64')));
      const readings = readingsOf(source);
      const said = verdicts.map(({ generation, baked }) => {
        const { binary, scripts, fails } = decide(readings, baked, generation);
        count++;
        const { asks } = binary;
        return { generation, baked, binary: { asks }, scripts: scriptsWord(scripts.applies), error: fails };
      });
      expect(said, id).toEqual(verdicts);
    }
    expect(count).toBe(7200);
  });
});
