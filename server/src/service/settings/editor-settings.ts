import { quote } from '../../model/index.ts';
import { isRecord } from '../record.ts';
import { type EditorSettings, editorSettingsSchema, levelsSchema } from './settings.ts';

export interface ReadEditorSettings {
  readonly settings: EditorSettings;
  readonly problems: readonly string[];
}

const none: ReadEditorSettings = { settings: {}, problems: [] };

/** The valid settings under `hotfixConfig`, and a message about each invalid one. */
export function readEditorSettings(value: unknown): ReadEditorSettings {
  const given = isRecord(value) ? value : {};
  // Often there are none, and the first use of a schema takes milliseconds of the time to the first finding.
  if (Object.values(given).every((part) => part === undefined || part === null)) return none;
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
