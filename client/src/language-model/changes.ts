import type { CoverageBaked, CoverageBefore } from '../../../server/src/coverage-types.ts';
import type { Coverage } from '../../../server/src/protocol.ts';
import { limited, shown } from './shown.ts';

/** The changes in node behavior since the baseline of a config. */
export function changes({ bases, comparedWith }: Coverage): string[] {
  if (comparedWith === null) {
    return [
      'There is nothing to compare with: the file is not in the last commit of a git repository that the editor has open.',
    ];
  }
  const line = (who: string, before: CoverageBefore | null, now: CoverageBefore | null) =>
    before && now ? [`${who}: ${was(before)} at ${comparedWith}; now it ${is(now)}`] : [];
  const lines = bases.flatMap(({ base, before, now, baked }) => [
    ...line(`base ${base}, without a known image`, before, now),
    ...baked.flatMap((one) => line(one.version, one.before, doneNow(one))),
  ]);
  if (lines.length === 0) return [`No change in node behavior since ${comparedWith}.`];
  return [
    [`What nodes do differently than at ${comparedWith}:`, ...limited(lines).map((line) => `- ${line}`)].join(
      '\n',
    ),
  ];
}

function doneNow({ to, scriptsTo, outcome }: CoverageBaked): CoverageBefore {
  return { to, scriptsTo, ...(outcome === 'unclear' && { isUnclear: true }) };
}

function was({ to, scriptsTo, isUnclear }: CoverageBefore): string {
  return `it ${to ? `${isUnclear ? 'asked for' : 'upgraded to'} ${shown(to)}` : 'stayed as baked'}${scriptsTo ? `, its scripts upgraded to ${shown(scriptsTo)}` : ''}`;
}

function is({ to, scriptsTo, isUnclear }: CoverageBefore): string {
  return `${to ? `${isUnclear ? 'asks for' : 'upgrades to'} ${shown(to)}` : 'stays as baked'}${scriptsTo ? `, its scripts upgrade to ${shown(scriptsTo)}` : ''}`;
}
