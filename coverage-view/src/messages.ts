import type { Coverage, NodeSteps } from '../../server/src/protocol.ts';

/** Why there is no picture. */
export type EmptyReason = 'no-config' | 'stopped';

/** Messages from the embedder to the view. */
export type Message =
  /** The current picture with the steps that the view requested last, so that both change at once. */
  | {
      readonly type: 'show';
      readonly name: string;
      readonly coverage: Coverage;
      readonly nodeSteps: NodeSteps | null;
    }
  | { readonly type: 'node-steps'; readonly nodeSteps: NodeSteps }
  /** A baked version was chosen elsewhere, or none. */
  | { readonly type: 'select'; readonly baked: string | null }
  /** The base whose entry the cursor is in. */
  | { readonly type: 'cursor'; readonly base: string | null }
  | { readonly type: 'empty'; readonly reason: EmptyReason };

/** Requests from the view to its embedder, which has the ranges of entries and steps. */
export type Intent =
  /** The view is ready for messages. */
  | { readonly type: 'ready'; readonly baked: string | null; readonly isCompared: boolean }
  | { readonly type: 'explain'; readonly baked: string | null }
  /** Both move the cursor. `look` leaves the focus in the picture. */
  | { readonly type: 'reveal-entry'; readonly base: string; readonly how: 'look' | 'go' }
  | { readonly type: 'reveal-step'; readonly part: 'binary' | 'scripts'; readonly step: number }
  | { readonly type: 'reveal-problem' }
  /** An index into the void entries. */
  | { readonly type: 'reveal-void'; readonly entry: number }
  | { readonly type: 'stop-comparing' }
  /** Choose a served map, or go without one. */
  | { readonly type: 'serve' }
  | { readonly type: 'stop-serving' }
  | { readonly type: 'settings' };

const messageTypes: Readonly<Record<Message['type'], true>> = {
  show: true,
  'node-steps': true,
  select: true,
  cursor: true,
  empty: true,
};

const intentTypes: Readonly<Record<Intent['type'], true>> = {
  ready: true,
  explain: true,
  'reveal-entry': true,
  'reveal-step': true,
  'reveal-problem': true,
  'reveal-void': true,
  'stop-comparing': true,
  serve: true,
  'stop-serving': true,
  settings: true,
};

/** Browser extensions may post to a page too. Anything without a type of ours is ignored. */
export function isMessage(value: unknown): value is Message {
  return hasTypeOf(messageTypes, value);
}

export function isIntent(value: unknown): value is Intent {
  return hasTypeOf(intentTypes, value);
}

function hasTypeOf(types: object, value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false;
  return typeof value.type === 'string' && Object.hasOwn(types, value.type);
}
