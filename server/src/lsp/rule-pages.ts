import type { RulePages } from './convert.ts';

/** A prefix; only the rule id is appended. The pages of a client need not be files. */
export function rulePages(prefix: string | undefined, folder: string | undefined): RulePages | undefined {
  if (prefix !== undefined) return (ruleId) => `${prefix}${ruleId}`;
  if (folder === undefined) return undefined;
  // The page about images is above those of the rules.
  const above = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
  return (id) => `${id === 'fleet' ? above : folder}${id}.md`;
}
