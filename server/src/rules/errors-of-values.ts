import { type Analysis, Catalogue } from '../model/index.ts';
import { baseMismatch } from './base-mismatch.ts';
import { emptyPatch } from './empty-patch.ts';
import { malformedBase } from './malformed-base.ts';
import { malformedVersion } from './malformed-version.ts';
import type { Rule } from './rule.ts';
import { wrongType } from './wrong-type.ts';

const ofValues: readonly Rule[] = [wrongType, malformedBase, malformedVersion, emptyPatch, baseMismatch];

/** Whether values that nodes ignore today would be errors in a config that nodes read. */
export function hasErrors(analysis: Analysis): boolean {
  let found = false;
  const report = () => {
    found = true;
  };
  const { unusual: seen } = analysis;
  const known = { seen, catalogue: Catalogue.empty, today: '', supportWindowMonths: 0 };
  const none = { baseline: undefined, payload: undefined, payloadBaseline: undefined };
  for (const rule of ofValues)
    rule.check({ analysis, ...known, ...none, acceptedFor: () => undefined, report });
  return found;
}
