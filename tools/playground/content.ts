import type { Content } from '../../playground/src/content.ts';
import { bundledRecordNow } from '../../server/src/model/fleet/bundled-now.ts';
import { readExamples } from './examples.ts';

/** Where the page is: alone, or part of a site. */
export interface Place {
  /** The address of a rule page, relative to the page, with `{id}` for the rule. */
  readonly rulePages: string;
  /** Links to the product, relative to the page: text and address. */
  readonly links: readonly (readonly [string, string])[];
}

export async function readContent({ rulePages }: Place): Promise<Content> {
  const { versions, date } = bundledRecordNow();
  const count = versions.length;
  return {
    examples: await readExamples(),
    record: { count, text: `${count} baked versions of AgentBaker’s images, as of ${date}` },
    rulePages,
  };
}
