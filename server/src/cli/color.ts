import { noPaint, type Paints } from '../service/findings/text-report.ts';
import type { Terminal } from './terminal.ts';

export type ColorFlag = 'auto' | 'always' | 'never';

/** Whether to color the text: the flag, then NO_COLOR and FORCE_COLOR, then whether the output is a terminal. */
function isColored(flag: ColorFlag, { env, isTerminal }: Terminal): boolean {
  if (flag !== 'auto') return flag === 'always';
  if (env['NO_COLOR']) return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  return env['TERM'] !== 'dumb' && isTerminal('out');
}

export async function paintsFor(flag: ColorFlag, terminal: Terminal): Promise<Paints> {
  if (!isColored(flag, terminal)) return noPaint;
  const { red, yellow, cyan, gray, bold } = (await import('picocolors')).default.createColors(true);
  return { error: red, warning: yellow, information: cyan, hint: gray, rule: bold };
}
