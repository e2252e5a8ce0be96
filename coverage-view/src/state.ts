import { type Check, isBoolean, isNullOr, isShape, isString } from './shape.ts';

/** The state that is saved: an editor discards a hidden view. */
export interface ViewState {
  /** The config that was shown. */
  readonly uri: string | null;
  readonly image: string | null;
  readonly generation: string | null;
  readonly baked: string | null;
  /** Whether it showed changes. */
  readonly isCompared: boolean;
  readonly isKeyOpen: boolean;
  readonly scroll: number;
}

const isState = isShape<ViewState>({
  uri: isNullOr(isString),
  image: isNullOr(isString),
  generation: isNullOr(isString),
  baked: isNullOr(isString),
  isCompared: isBoolean,
  isKeyOpen: isBoolean,
  scroll: Number.isFinite as Check<number>,
});

export function readState(saved: unknown): ViewState {
  return isState(saved)
    ? saved
    : {
        uri: null,
        image: null,
        generation: null,
        baked: null,
        isCompared: false,
        isKeyOpen: false,
        scroll: 0,
      };
}
