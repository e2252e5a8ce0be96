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

/** The saved state can be from another version of the view. */
export function readState(saved: unknown): ViewState {
  const fields = new Map<string, unknown>(Object.entries(saved ?? {}));
  const textIn = (name: keyof ViewState) => {
    const value = fields.get(name);
    return typeof value === 'string' ? value : null;
  };
  const scroll = fields.get('scroll');
  return {
    uri: textIn('uri'),
    image: textIn('image'),
    generation: textIn('generation'),
    baked: textIn('baked'),
    isCompared: fields.get('isCompared') === true,
    isKeyOpen: fields.get('isKeyOpen') === true,
    scroll: typeof scroll === 'number' && Number.isFinite(scroll) ? scroll : 0,
  };
}
