import { applyEdits, modify } from 'jsonc-parser';
import {
  Analysis,
  type Base,
  baseOf,
  basesOf,
  type Catalogue,
  fieldWith,
  nextVersion,
  quote,
} from '../../model/index.ts';
import { formattingOf } from '../../rules/formatting.ts';

/** A change of a config that enables the scripts beside it. */
export interface EnablingScripts {
  readonly title: string;
  /** The changed text. */
  text(): string;
}

/**
 * Sets the field that enables scripts to the next patch of the base that they are for: that of an official branch, or the
 * only one in the config. Nothing if there are several.
 */
export function enablingScripts(config: Analysis | undefined, catalogue: Catalogue): EnablingScripts[] {
  const analysis = config ?? new Analysis('{}\n');
  const base = onlyBase(analysis, catalogue);
  const version = base && nextVersion(analysis, base, catalogue);
  if (!version) return [];
  const { text } = analysis.source;
  const change = () => modify(text, [fieldWith.scripts], version, { formattingOptions: formattingOf(text) });
  return [
    {
      title: `Set ${quote(fieldWith.scripts)} to ${quote(version)}`,
      text: () => applyEdits(text, change()),
    },
  ];
}

function onlyBase({ readings }: Analysis, { branchVersion }: Catalogue): Base | undefined {
  if (branchVersion !== undefined) return baseOf(branchVersion);
  const [base, ...others] = basesOf('binary', readings);
  return others.length === 0 ? base : undefined;
}
