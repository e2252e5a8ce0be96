import { quote } from '../../model/index.ts';
import { isRecord } from '../record.ts';
import { type EditorSettings, editorSettingsSchema, levelsSchema } from './settings.ts';

/** What an editor says under `hotfixConfig`, as far as it makes sense, and a sentence about each part that does not. */
export function readEditorSettings(value: unknown): { settings: EditorSettings; problems: string[] } {
  const settings: Record<string, unknown> = {};
  const problems: string[] = [];
  const take = (name: string, part: unknown, parse: (part: unknown) => { success: boolean }) => {
    if (part === undefined || part === null) return false;
    if (parse(part).success) return true;
    problems.push(
      `The setting hotfixConfig.${name} is ignored: ${quote(JSON.stringify(part) ?? '')} is no value for it.`,
    );
    return false;
  };
  const given = isRecord(value) ? value : {};
  for (const [name, schema] of Object.entries(editorSettingsSchema.shape)) {
    if (name !== 'rules' && take(name, given[name], (part) => schema.safeParse(part)))
      settings[name] = given[name];
  }
  // One mistyped level does not take the others away.
  const levels = isRecord(given['rules']) ? given['rules'] : {};
  settings['rules'] = Object.fromEntries(
    Object.entries(levels).filter(([id, level]) =>
      take(`rules.${id}`, level, (part) => levelsSchema.safeParse({ [id]: part })),
    ),
  );
  return { settings: editorSettingsSchema.parse(settings), problems };
}
