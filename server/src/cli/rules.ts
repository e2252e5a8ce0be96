import { quote } from '../model/index.ts';
import { type Rule, rules } from '../rules/index.ts';
import { type ExitStatus, exitStatus } from './exit-status.ts';
import { type Terminal, WrongUsage } from './terminal.ts';

/** Lists the rules, or explains one. */
export function listRules(id: string | undefined, { out }: Terminal): ExitStatus {
  if (id === undefined) {
    const width = Math.max(...rules.map((rule) => rule.id.length));
    out(
      rules.map((rule) => `${rule.id.padEnd(width)}  ${rule.level.padEnd(11)}  ${rule.summary}\n`).join(''),
    );
    return exitStatus.fine;
  }
  const rule = rules.find((candidate) => candidate.id === id);
  if (!rule) throw new WrongUsage(`unknown rule ${quote(id)}`, 'list the rules with "hotfix-config rules"');
  out(page(rule));
  return exitStatus.fine;
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
