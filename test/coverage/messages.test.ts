import { describe, expect, it } from 'vitest';
import { isIntent, isMessage } from '../../coverage-view/src/messages.ts';
import { Answering } from '../support/coverage.ts';

const server = new Answering([{ version: '202604.01.0', images: ['Ubuntu 22.04 gen2'] }]);
const coverage = server.coverage('{ "hotfixes": { "202604.01": "202604.01.3" } }');
const nodeSteps = server.nodeSteps('{}', '202604.01.0');

describe('the view takes', () => {
  it.each([
    [{ type: 'show', name: 'fleet-hotfix.json', coverage, nodeSteps }],
    [{ type: 'show', name: 'fleet-hotfix.json', coverage: server.coverage('{'), nodeSteps: null }],
    [{ type: 'node-steps', nodeSteps }],
    [{ type: 'select', baked: '202604.01.0' }],
    [{ type: 'cursor', base: null }],
    [{ type: 'empty', reason: 'no-config' }],
  ])('%j', (message) => {
    expect(isMessage(message)).toBe(true);
  });
});

describe('the view ignores', () => {
  it.each([
    [undefined],
    ['show'],
    [{ type: 'other' }],
    [{ type: 'show', name: 'fleet-hotfix.json', coverage: { ...coverage, bases: [{}] }, nodeSteps: null }],
    [{ type: 'show', name: 'fleet-hotfix.json', coverage: { ...coverage, images: [1] }, nodeSteps: null }],
    [{ type: 'node-steps', nodeSteps: { ...nodeSteps, binary: null } }],
    [{ type: 'cursor' }],
    [{ type: 'empty', reason: 'boredom' }],
  ])('%j', (message) => {
    expect(isMessage(message)).toBe(false);
  });
});

describe('the panel takes from the view', () => {
  it.each([
    [{ type: 'ready', baked: null, isCompared: false }, true],
    [{ type: 'ready', baked: null }, false],
    [{ type: 'stop-comparing' }, true],
    [{ type: 'explain', baked: '202604.01.0' }, true],
    [{ type: 'reveal-entry', base: '202604.01', how: 'go' }, true],
    [{ type: 'reveal-step', part: 'binary', step: 2 }, true],
    [{ type: 'reveal-step', part: 'binary', step: -1 }, false],
    [{ type: 'reveal-step', part: 'constructor', step: 0 }, false],
    [{ type: 'reveal-entry', base: '202604.01', how: 'delete' }, false],
    [{ type: 'explain', baked: 7 }, false],
    [{ type: 'settings', key: 'x' }, true],
    [{ type: 'open', uri: 'file:///etc/passwd' }, false],
    [null, false],
  ])('%j: %s', (intent, taken) => {
    expect(isIntent(intent)).toBe(taken);
  });
});
