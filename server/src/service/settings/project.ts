import { quote } from '../../model/index.ts';
import type { RecordProblem } from '../catalogue/discovery.ts';
import { elementsOf, type JsonProblem, readJson } from './json-file.ts';
import { type ProjectSettings, projectSettingsSchema } from './settings.ts';

export interface ProjectFile {
  /** Empty as long as there is a problem: half of somebody's settings would be a third configuration. */
  readonly settings: ProjectSettings;
  readonly problems: readonly JsonProblem[];
}

const notInForce = 'Until that is repaired, none of the settings in this file is in force.';

/** Whoever is given a folder to look at must not read other files because of it. */
export const linkedOutside: ProjectFile = {
  settings: {},
  problems: [
    {
      start: 0,
      end: 0,
      message: `This is a symbolic link to a place outside of its folder, where it is not read: put the settings themselves here. ${notInForce}`,
    },
  ],
};

/** Reads `.hotfixrc.json`; comments and trailing commas are welcome in it. */
export function readProjectFile(text: string): ProjectFile {
  const { content = {}, problems } = readJson(text, {
    schema: projectSettingsSchema,
    isLenient: true,
    unknownKey: ([first], key) => `There is no ${first === 'rules' ? 'rule' : 'setting'} ${quote(key)}.`,
  });
  return {
    settings: content,
    problems: problems.map((problem) => ({ ...problem, message: `${problem.message} ${notInForce}` })),
  };
}

/** Problems of records at the entries of a project file that name them; none where the text names them no more. */
export function recordProblemsIn(text: string, problems: readonly RecordProblem[]): JsonProblem[] {
  if (problems.length === 0) return [];
  const messages = new Map(problems.map(({ path, message }) => [path, message]));
  return elementsOf(text, 'bakedVersionsFrom').flatMap(({ value, ...range }) => {
    const message = messages.get(value);
    return message === undefined ? [] : [{ ...range, message }];
  });
}
