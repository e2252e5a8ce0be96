import { quote } from '../../model/index.ts';
import type { RecordProblem } from '../catalogue/discovery.ts';
import { elementsOf, type JsonProblem, readJson } from './json-file.ts';
import { type ProjectSettings, projectSettingsSchema } from './settings.ts';

export interface ProjectFile {
  /** Empty if there is a problem: applying half of the settings would be another configuration. */
  readonly settings: ProjectSettings;
  readonly problems: readonly JsonProblem[];
}

const notInForce = 'All settings in this file are ignored until this is fixed.';

/** A folder must not make the tool read files elsewhere. */
export const linkedOutside: ProjectFile = {
  settings: {},
  problems: [
    {
      start: 0,
      end: 0,
      message: `The file is a symbolic link out of its folder, which is not followed. Replace it with the settings. ${notInForce}`,
    },
  ],
};

/** Reads `.hotfixrc.json`. Comments and trailing commas are allowed. */
export function readProjectFile(text: string): ProjectFile {
  const { content = {}, problems } = readJson(text, {
    schema: projectSettingsSchema,
    isLenient: true,
    unknownKey: ([first], key) => `Unknown ${first === 'rules' ? 'rule' : 'setting'} ${quote(key)}.`,
  });
  return {
    settings: content,
    problems: problems.map((problem) => ({ ...problem, message: `${problem.message} ${notInForce}` })),
  };
}

/** Problems of records, at the entries of the project file that name them. */
export function recordProblemsIn(text: string, problems: readonly RecordProblem[]): JsonProblem[] {
  if (problems.length === 0) return [];
  const messages = new Map(problems.map(({ path, message }) => [path, message]));
  return elementsOf(text, 'bakedVersionsFrom').flatMap(({ value, ...range }) => {
    const message = messages.get(value);
    return message === undefined ? [] : [{ ...range, message }];
  });
}
