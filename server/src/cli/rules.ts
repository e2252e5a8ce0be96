import { quote } from '../model/index.ts';
import { type Rule, rules } from '../rules/index.ts';
import { nearestRule } from '../rules/nearest-rule.ts';
import { type Styler, stylerFor } from './color.ts';
import { type ExitStatus, exitStatus } from './exit-status.ts';
import { rulePage } from './report/rule-page.ts';
import { type Terminal, WrongUsage } from './terminal.ts';
import { didYouMean } from './usage.ts';

export interface RulesFlags {
  readonly format: 'text' | 'json';
}

const colors = {
  error: 'red',
  warning: 'yellow',
  information: 'cyan',
  hint: 'gray',
  off: 'gray',
} as const satisfies Record<Rule['level'], string>;

/** Lists the rules, or explains one. */
export function listRules(id: string | undefined, { format }: RulesFlags, terminal: Terminal): ExitStatus {
  const { out } = terminal;
  const style = stylerFor('out', terminal);
  if (format === 'json') {
    const listed = id === undefined ? rules : [ruleNamed(id)];
    out(`${JSON.stringify(listed.map(described), null, 2)}\n`);
    return exitStatus.fine;
  }
  if (id === undefined) {
    const width = Math.max(...rules.map((rule) => rule.id.length));
    out(
      rules
        .map(({ id: name, level, summary }) => {
          const shown = style(colors[level], level.padEnd(11));
          return `${style('bold', name.padEnd(width))}  ${shown}  ${summary}\n`;
        })
        .join(''),
    );
    return exitStatus.fine;
  }
  out(page(ruleNamed(id), style));
  return exitStatus.fine;
}

/** Refuses an unknown rule, with a suggestion if the name is nearly that of a rule. */
export function ruleNamed(id: string): Rule {
  const rule = rules.find((candidate) => candidate.id === id);
  if (rule) return rule;
  const nearest = nearestRule(id);
  throw new WrongUsage(
    `unknown rule ${quote(id)}`,
    nearest !== undefined ? didYouMean(nearest) : 'list the rules with "hotfix-config rules"',
  );
}

function described({ id, level, summary, why, fix }: Rule) {
  const { safe = null, onRequest = null } = fix ?? {};
  const page = rulePage(id);
  return { id, level, summary, why, fix: { safe, onRequest }, ...(page !== undefined && { page }) };
}

function page({ id, level, summary, why, fix, examples }: Rule, style: Styler): string {
  const address = rulePage(id);
  const fixes = [
    ...(fix?.safe ? [`Safe fix: ${fix.safe}`] : []),
    ...(fix?.onRequest ? [`Fix on request: ${fix.onRequest}`] : []),
  ];
  const shown = examples.map(({ before, after }) => {
    return `${before.replace(/^\n/, '')}${after === undefined ? '' : `\n\nAfter the fix:\n${after}`}`;
  });
  const head = `${style('bold', id)} (${style(colors[level], level)}): flags ${summary}.`;
  return `${[head, why, ...fixes, ...shown, ...(address === undefined ? [] : [address])].join('\n\n')}\n`;
}
