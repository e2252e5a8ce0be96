import { describe, expect, it } from 'vitest';
import { isIntent, isMessage } from '../../coverage-view/src/messages.ts';
import { readState } from '../../coverage-view/src/state.ts';

describe('the view and its embedder', () => {
  it.each([undefined, null, 'show', {}, { type: 'other' }, { type: 'constructor' }, { type: { show: 1 } }])(
    'ignore messages of other senders: %j',
    (message) => {
      expect(isMessage(message)).toBe(false);
      expect(isIntent(message)).toBe(false);
    },
  );

  it('accept their own messages, each in its direction', () => {
    expect([isMessage({ type: 'cursor', base: null }), isIntent({ type: 'cursor', base: null })]).toEqual([
      true,
      false,
    ]);
    expect([isMessage({ type: 'settings' }), isIntent({ type: 'settings' })]).toEqual([false, true]);
  });
});

describe('the view starts', () => {
  const fresh = {
    uri: null,
    image: null,
    generation: null,
    baked: null,
    isCompared: false,
    isKeyOpen: false,
    scroll: 0,
  };

  it.each([undefined, null, 'x', [], { scroll: 'far', baked: 7, isCompared: 'yes' }])(
    'without a saved state of its own: %j',
    (saved) => {
      expect(readState(saved)).toEqual(fresh);
    },
  );

  it('with what it knows of the state of another version', () => {
    expect(readState({ baked: '202604.01.0', scroll: 40, isTall: true })).toEqual({
      ...fresh,
      baked: '202604.01.0',
      scroll: 40,
    });
  });
});
