import type { Paints } from '../service/findings/text-report.ts';
import { isColored, stylerFor } from './color.ts';
import { rulePage } from './report/rule-page.ts';
import type { Terminal } from './terminal.ts';

/** The colors of findings on standard output. The id of a rule is a link to its page where terminals show links. */
export function paintsFor(terminal: Terminal): Paints {
  const style = stylerFor('out', terminal);
  const showsLinks = linksAreShown(terminal);
  return {
    error: (text) => style('red', text),
    warning: (text) => style('yellow', text),
    information: (text) => style('cyan', text),
    hint: (text) => style('gray', text),
    rule: (id) => style('bold', showsLinks ? linked(id) : id),
  };
}

export function linksAreShown(terminal: Terminal): boolean {
  const { env, color, isTerminal } = terminal;
  const forced = env['FORCE_HYPERLINK'];
  if (rulePage('') === undefined || color === 'never') return false;
  if (forced !== undefined && forced !== '') return forced !== '0';
  return !env['CI'] && isColored('out', terminal) && isTerminal('out');
}

function linked(id: string): string {
  return `\u001b]8;;${rulePage(id)}\u001b\\${id}\u001b]8;;\u001b\\`;
}
