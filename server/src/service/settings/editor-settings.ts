import { quote } from '../../model/index.ts';
import { isRecord } from '../record.ts';
import { type EditorSettings, editorSettingsSchema, levelsSchema } from './settings.ts';

export interface ReadEditorSettings {
  readonly settings: EditorSettings;
  readonly problems: readonly string[];
}

/** The valid settings under `hotfixConfig`, and a message about each invalid one. */
export function readEditorSettings(value: unknown): ReadEditorSettings {
  const settings: Record<string, unknown> = {};
  const problems: string[] = [];
  const take = (name: string, part: unknown, parse: (part: unknown) => { success: boolean }) => {
    if (part === undefined || part === null) return false;
    if (parse(part).success) return true;
    problems.push(
      `Setting hotfixConfig.${name} is ignored: invalid value ${quote(JSON.stringify(part) ?? '')}.`,
    );
    return false;
  };
  const given = isRecord(value) ? value : {};
  for (const [name, schema] of Object.entries(editorSettingsSchema.shape)) {
    if (name !== 'rules' && take(name, given[name], (part) => schema.safeParse(part)))
      settings[name] = given[name];
  }
  // An invalid level does not disable the others.
  const levels = isRecord(given['rules']) ? given['rules'] : {};
  settings['rules'] = Object.fromEntries(
    Object.entries(levels).filter(([id, level]) =>
      take(`rules.${id}`, level, (part) => levelsSchema.safeParse({ [id]: part })),
    ),
  );
  return { settings: editorSettingsSchema.parse(settings), problems };
}
