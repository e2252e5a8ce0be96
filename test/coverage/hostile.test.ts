import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isIntent, isMessage } from '../../coverage-view/src/messages.ts';
import { readState } from '../../coverage-view/src/state.ts';
import { Answering } from '../support/coverage.ts';
import { documents } from '../support/documents.ts';
import { runs } from '../support/runs.ts';

const server = new Answering([{ version: '202604.01.0', images: ['Ubuntu 22.04 gen2'] }]);
const names = ['__proto__', 'constructor', 'toString', '<img src=x onerror=alert(1)>', '\u202e', '\ud800'];

describe('the picture of a hostile config', () => {
  it.each(names)('is sent as data that the view takes: with %j in it', (name) => {
    const text = JSON.stringify({ hotfixes: { [name]: name, '202604.01': name }, [name]: name });
    const coverage = server.coverage(text);
    const nodeSteps = server.nodeSteps(text, name);
    expect(isMessage({ type: 'show', name, coverage, nodeSteps })).toBe(true);
    expect(isMessage(JSON.parse(JSON.stringify({ type: 'show', name, coverage, nodeSteps })))).toBe(true);
    expect(coverage.bases.map(({ base }) => base)).toContain('202604.01');
  });

  it('is sent so whatever is in it', () => {
    fc.assert(
      fc.property(documents, fc.string({ unit: 'binary' }), (text, baked) => {
        const message = {
          type: 'show',
          name: baked,
          coverage: server.coverage(text),
          nodeSteps: server.nodeSteps(text, baked),
        };
        expect(isMessage(message)).toBe(true);
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('any message to the view or the panel, and any saved state', () => {
  const parts = fc.constantFrom(
    'ready',
    'explain',
    'reveal-step',
    'show',
    'node-steps',
    'select',
    'binary',
    'go',
  );
  const anything = fc.anything({ withNullPrototype: true, withBigInt: true, withMap: true });
  const messages = fc.oneof(
    anything,
    fc.record(
      {
        type: parts,
        baked: anything,
        base: anything,
        how: parts,
        part: fc.oneof(parts, fc.constantFrom(...names)),
        step: anything,
        coverage: anything,
        nodeSteps: anything,
      },
      { requiredKeys: ['type'] },
    ),
  );

  it('is checked without an error, and what is accepted has the right types', () => {
    fc.assert(
      fc.property(messages, (message) => {
        isMessage(message);
        const state = readState(message);
        expect(Object.keys(state).length).toBeGreaterThanOrEqual(6);
        if (!isIntent(message)) return;
        if (message.type === 'explain') expect([null, String(message.baked)]).toContain(message.baked);
        if (message.type === 'reveal-entry') expect(typeof message.base).toBe('string');
        if (message.type === 'reveal-step') {
          expect(['binary', 'scripts']).toContain(message.part);
          expect(message.step).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: runs(1000) },
    );
  });
});
