import { styleText } from 'node:util';

export type ColorFlag = 'auto' | 'always' | 'never';
export const colorFlags = ['auto', 'always', 'never'] as const satisfies readonly ColorFlag[];

/** What decides about colors. */
interface Colorable {
  /** The last `--color` that was read. */
  readonly color: ColorFlag;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTerminal: (stream: 'out' | 'err') => boolean;
}

type Style = 'red' | 'yellow' | 'green' | 'cyan' | 'gray' | 'bold';
/** Colors a text, or returns it unchanged. */
export type Styler = (style: Style, text: string) => string;

export const plain: Styler = (_, text) => text;

/** Colors what is written to a stream, if that is wanted. */
export function stylerFor(stream: 'out' | 'err', terminal: Colorable): Styler {
  return isColored(stream, terminal) ? styled : plain;
}

export const styled: Styler = (style, text) => styleText(style, text, { validateStream: false });

/** Whether to color the text: the flag, then NO_COLOR and FORCE_COLOR, then whether the stream is a terminal. */
export function isColored(stream: 'out' | 'err', { color, env, isTerminal }: Colorable): boolean {
  if (color !== 'auto') return color === 'always';
  if (env['NO_COLOR']) return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  return env['TERM'] !== 'dumb' && isTerminal(stream);
}
