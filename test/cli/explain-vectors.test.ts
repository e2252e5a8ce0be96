import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hotfixConfig } from '../support/cli.ts';
import {
  bytesOf,
  inOrder,
  readVectors,
  type Vector,
  vectorFiles,
  type WireConfig,
} from '../support/vectors.ts';

interface Explained {
  readonly file: string;
  readonly readable: boolean;
  readonly error: string | null;
  readonly config: WireConfig | null;
  readonly verdicts: readonly {
    readonly baked: string;
    readonly binary: { readonly resolved: string; readonly upgrade: boolean; readonly reason: string };
    readonly scripts: { readonly resolved: string; readonly upgrade: boolean; readonly reason: string };
  }[];
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'explain-vectors-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function explainAll(vectors: readonly Vector[], baked: readonly string[]): Promise<Explained[]> {
  const names = vectors.map((_, i) => `${i}.json`);
  await Promise.all(vectors.map((vector, i) => writeFile(join(folder, `${i}.json`), bytesOf(vector))));
  const { status, out, err } = await hotfixConfig(
    ['explain', ...names, ...baked.map((version) => `--baked=${version}`), '--format', 'json'],
    { cwd: folder },
  );
  expect({ status, err }).toEqual({ status: 0, err: '' });
  return JSON.parse(out);
}

describe.each(vectorFiles)('explain says what a node does: %s', (file) => {
  it('for every document and every baked version of it', async () => {
    const vectors = readVectors(file);
    const baked = [...new Set(vectors.flatMap(({ verdicts }) => verdicts.map((verdict) => verdict.baked)))];
    const explained = await explainAll(vectors, baked);
    expect(explained).toHaveLength(vectors.length);
    for (const [i, vector] of vectors.entries()) {
      const { file, readable, error, config, verdicts } = explained[i] ?? expect.unreachable();
      const said = vector.verdicts.map((expected) => {
        const { binary, scripts } = verdicts[baked.indexOf(expected.baked)] ?? expect.unreachable();
        return [binary.resolved, binary.upgrade, scripts.upgrade];
      });
      // One comparison for a document: one for each verdict takes ten times as long.
      expect({ file, readable, config: inOrder(config), said }, vector.id).toEqual({
        file: `${i}.json`,
        readable: vector.error === undefined,
        config: inOrder(vector.config),
        said: vector.verdicts.map(({ binary, scripts }) => [
          binary.resolved,
          binary.upgrade,
          scripts.upgrade,
        ]),
      });
      expect(error === null, vector.id).toBe(readable);
      expect(verdicts.map((verdict) => verdict.baked)).toEqual(baked);
    }
  }, 120_000);
});
