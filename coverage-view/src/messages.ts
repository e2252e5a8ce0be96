import type {
  CoverageBaked,
  CoverageBase,
  CoverageBefore,
  CoverageEntry,
  NodeImage,
  NodeStep,
  PlainRange,
  TargetSteps,
} from '../../server/src/coverage-types.ts';
import type { Coverage, CoverageProblem, NodeSteps } from '../../server/src/protocol.ts';
import { outcomes } from './labels.ts';
import { type Check, isBoolean, isCount, isListOf, isNullOr, isOneOf, isShape, isString } from './shape.ts';

/** Why there is no picture. */
export const emptyReasons = ['no-config', 'stopped'] as const;
export type EmptyReason = (typeof emptyReasons)[number];

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
  /** A baked version was chosen elsewhere. */
  | { readonly type: 'select'; readonly baked: string }
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
  | { readonly type: 'stop-comparing' }
  | { readonly type: 'settings' };

const isPosition = isShape<PlainRange['start']>({ line: isCount, character: isCount });
const isRange = isShape<PlainRange>({ start: isPosition, end: isPosition });

const isBefore = isNullOr(isShape<CoverageBefore>({ to: isString, scriptsTo: isString }));

const isBaked = isShape<CoverageBaked>({
  version: isString,
  images: isListOf(isCount),
  outcome: isOneOf(outcomes),
  generation: isNullOr(isString),
  cannotOn: isListOf(isCount),
  unclearOn: isListOf(isCount),
  to: isString,
  scriptsTo: isString,
  areScriptsVoid: isBoolean,
  before: isBefore,
});

const isBase = isShape<CoverageBase>({
  base: isString,
  supportedUntil: isNullOr(isString),
  retired: isBoolean,
  entry: isNullOr(isShape<CoverageEntry>({ hotfix: isString, isVoid: isBoolean, range: isRange })),
  before: isBefore,
  now: isBefore,
  baked: isListOf(isBaked),
});

const isCoverage = isShape<Coverage>({
  uri: isString,
  version: Number.isInteger as Check<number>,
  readable: isBoolean,
  summary: isString,
  problem: isNullOr(isShape<CoverageProblem>({ message: isString, range: isRange })),
  comparedWith: isNullOr(isString),
  images: isListOf(isString),
  bases: isListOf(isBase),
});

const isPart = isShape<TargetSteps>({
  upgrade: isBoolean,
  always: isBoolean,
  to: isString,
  isVoid: isBoolean,
  steps: isListOf(isShape<NodeStep>({ passed: isBoolean, text: isString, range: isNullOr(isRange) })),
});

const isImage = isShape<NodeImage>({
  name: isString,
  does: isNullOr(isOneOf(['upgrades', 'cannot', 'unclear'])),
  reason: isString,
});

const isNodeSteps = isShape<NodeSteps>({
  baked: isString,
  images: isListOf(isImage),
  binary: isPart,
  scripts: isPart,
});

/** A message of a type, and the fields that come with it. */
function isTyped<T extends { type: string }, K extends T['type']>(
  type: K,
  fields: {
    readonly [F in Exclude<keyof Extract<T, { type: K }>, 'type'>]: Check<Extract<T, { type: K }>[F]>;
  },
): Check<unknown> {
  return isShape<Record<string, unknown>>({ type: isOneOf([type]), ...fields });
}

const messages = [
  isTyped<Message, 'show'>('show', {
    name: isString,
    coverage: isCoverage,
    nodeSteps: isNullOr(isNodeSteps),
  }),
  isTyped<Message, 'node-steps'>('node-steps', { nodeSteps: isNodeSteps }),
  isTyped<Message, 'select'>('select', { baked: isString }),
  isTyped<Message, 'cursor'>('cursor', { base: isNullOr(isString) }),
  isTyped<Message, 'empty'>('empty', { reason: isOneOf(emptyReasons) }),
];

const intents = [
  isTyped<Intent, 'ready'>('ready', { baked: isNullOr(isString), isCompared: isBoolean }),
  isTyped<Intent, 'explain'>('explain', { baked: isNullOr(isString) }),
  isTyped<Intent, 'reveal-entry'>('reveal-entry', { base: isString, how: isOneOf(['look', 'go']) }),
  isTyped<Intent, 'reveal-step'>('reveal-step', { part: isOneOf(['binary', 'scripts']), step: isCount }),
  isTyped<Intent, 'reveal-problem'>('reveal-problem', {}),
  isTyped<Intent, 'stop-comparing'>('stop-comparing', {}),
  isTyped<Intent, 'settings'>('settings', {}),
];

/** Others may post to a view as well. Anything but our messages is ignored. */
export function isMessage(value: unknown): value is Message {
  return messages.some((check) => check(value));
}

export function isIntent(value: unknown): value is Intent {
  return intents.some((check) => check(value));
}
