import { describe, expect, it } from 'vitest';
import {
  Analysis,
  binaryVerdict,
  type Config,
  decodeUtf8,
  deepestRecovery,
  nestingDepth,
  readStrict,
  recover,
  scriptsVerdict,
  type Verdict,
} from '../../server/src/model/index.ts';
import { sampling } from '../support/runs.ts';
import {
  bytesOf,
  inOrder,
  readVectors,
  type Vector,
  vectorFiles,
  type WireConfig,
} from '../support/vectors.ts';

function wire(config: Config | null): WireConfig | null {
  if (!config) return null;
  const { version, scripts_version, hotfixes } = config;
  return inOrder({
    version,
    scripts_version,
    hotfixes: hotfixes && Object.fromEntries(hotfixes),
  });
}

function comparable({ reason }: Verdict): boolean {
  return reason.code !== 'baked-not-comparable' && reason.code !== 'version-not-comparable';
}

/** What the model says of a document, in the form of the vector. */
function judged({ id, text_b64, error, ...vector }: Vector) {
  const { config } = new Analysis(decodeUtf8(bytesOf({ id, text_b64, ...vector })));
  return {
    readable: config !== null,
    config: wire(config),
    verdicts: vector.verdicts.map(({ baked }) => {
      const [binary, scripts] = [binaryVerdict(config, baked), scriptsVerdict(config, baked)];
      const { resolved, upgrade } = binary;
      return {
        baked,
        binary: { resolved, upgrade, comparable: comparable(binary) },
        scripts: { upgrade: scripts.upgrade, comparable: comparable(scripts) },
      };
    }),
  };
}

describe.each(vectorFiles)('the model reads and judges as a node does: %s', (file) => {
  const all = readVectors(file);
  // The suite has each of its documents for one thing; the others were drawn.
  const vectors = file === 'json-test-suite' ? all : all.filter((_, i) => i % sampling === 0);

  it('has all its documents', () => {
    expect(all).toHaveLength(file === 'go-verdicts' ? 2138 : 948);
  });

  it('agrees with every verdict', () => {
    for (const vector of vectors) {
      const readable = vector.error === undefined;
      const expected = { readable, config: inOrder(vector.config), verdicts: vector.verdicts };
      expect(judged(vector), vector.id).toEqual(expected);
    }
  });

  it('finds in a readable document, read forgivingly, what is there', () => {
    for (const vector of vectors) {
      const text = decodeUtf8(bytesOf(vector));
      const strict = readStrict(text);
      if (!('fields' in strict) || strict.root === undefined || nestingDepth(text) > deepestRecovery)
        continue;
      const forgiving = recover(text, { code: 'bad-character', start: 0, end: 0 });
      expect(forgiving.fields, vector.id).toEqual(strict.fields);
    }
  });
});
