import { quote } from '../model/index.ts';
import { type Rule, rules } from '../rules/index.ts';
import { nearestRule } from '../rules/nearest-rule.ts';
import { type ExitStatus, exitStatus } from './exit-status.ts';
import { type Terminal, WrongUsage } from './terminal.ts';

export interface RulesFlags {
  readonly format: 'text' | 'json';
}

/** Lists the rules, or explains one. */
export function listRules(id: string | undefined, { format }: RulesFlags, { out }: Terminal): ExitStatus {
  if (format === 'json') {
    const listed = id === undefined ? rules : [ruleNamed(id)];
    out(`${JSON.stringify(listed.map(described), null, 2)}\n`);
    return exitStatus.fine;
  }
  if (id === undefined) {
    const width = Math.max(...rules.map((rule) => rule.id.length));
    out(
      rules.map((rule) => `${rule.id.padEnd(width)}  ${rule.level.padEnd(11)}  ${rule.summary}\n`).join(''),
    );
    return exitStatus.fine;
  }
  out(page(ruleNamed(id)));
  return exitStatus.fine;
}

/** Refuses an unknown rule, with a suggestion if the name is nearly that of a rule. */
export function ruleNamed(id: string): Rule {
  const rule = rules.find((candidate) => candidate.id === id);
  if (rule) return rule;
  const nearest = nearestRule(id);
  throw new WrongUsage(
    `unknown rule ${quote(id)}`,
    nearest !== undefined ? `did you mean "${nearest}"?` : 'list the rules with "hotfix-config rules"',
  );
}

function described({ id, level, summary, why, fix }: Rule) {
  const { safe = null, onRequest = null } = fix ?? {};
  return { id, level, summary, why, fix: { safe, onRequest } };
}

function page({ id, level, summary, why, fix, examples }: Rule): string {
  const fixes = [
    ...(fix?.safe ? [`Safe fix: ${fix.safe}`] : []),
    ...(fix?.onRequest ? [`Fix on request: ${fix.onRequest}`] : []),
  ];
  const shown = examples.map(({ before, after }) => {
    return `${before.replace(/^\n/, '')}${after === undefined ? '' : `\n\nAfter the fix:\n${after}`}`;
  });
  return `${[`${id} (${level}): flags ${summary}.`, why, ...fixes, ...shown].join('\n\n')}\n`;
}
