import { type ExampleVersion, type Level, rules } from '../../server/src/rules/index.ts';
import { readMarked, today } from '../support/markers.ts';
import type { Workspace } from './workspace.ts';

/** The examples of rules with the same day, baked versions and baseline. */
export interface ExampleGroup {
  readonly today: string;
  readonly bakedVersions: readonly (string | ExampleVersion)[];
  readonly baseline: string | undefined;
  readonly branch: string | undefined;
  /** By file name. */
  readonly texts: ReadonlyMap<string, string>;
}

/** The rules about a config alone, without the scripts in another file. */
export const rulesOfConfigs = rules.filter(({ checkPayload }) => !checkPayload);

export function exampleGroups(): ExampleGroup[] {
  const groups = new Map<string, ExampleGroup & { texts: Map<string, string> }>();
  for (const { id, examples } of rulesOfConfigs) {
    for (const [
      i,
      { before, bakedVersions = [], baseline, branch, today: day = today },
    ] of examples.entries()) {
      const key = JSON.stringify([day, bakedVersions, baseline, branch]);
      const group = groups.get(key) ?? { today: day, bakedVersions, baseline, branch, texts: new Map() };
      groups.set(key, group);
      group.texts.set(`${id}-${i}-hotfix.json`, readMarked(before).text);
    }
  }
  return [...groups.values()];
}

/** Shows rules that are off by default too. */
export const raised: Readonly<Record<string, Level>> = Object.fromEntries(
  rules.filter(({ level }) => level === 'off').map(({ id }) => [id, 'hint']),
);

/** Writes the examples of a group. Returns the arguments that check them. */
export function writeGroup(workspace: Workspace, folder: string, group: ExampleGroup): string[] {
  for (const [name, text] of group.texts) workspace.write(`${folder}/${name}`, text);
  const { bakedVersions, branch } = group;
  if (branch !== undefined) workspace.write(`${folder}/branch.json`, JSON.stringify({ version: branch }));
  const from = branch === undefined ? {} : { bakedVersionsFrom: ['branch.json'] };
  workspace.write(
    `${folder}/.hotfixrc.json`,
    JSON.stringify({ bakedVersions, ...from, bundledRecord: false, rules: raised }),
  );
  const flags = [folder, `--today=${group.today}`];
  if (group.baseline === undefined) return flags;
  workspace.write('baseline.json', group.baseline);
  return [...flags, '--baseline=baseline.json'];
}
