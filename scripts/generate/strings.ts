/** Texts by their keys. */
export type Strings = Readonly<Record<string, string>>;

/** What the code says about a setting is under a key that begins so. */
export const settingPrefix = 'setting.';

/** The manifest's texts in English: those of the settings as the code has them, the others as they are written. */
export function withSettingStrings(manifestStrings: string, settings: Strings): string {
  const written: Strings = JSON.parse(manifestStrings);
  const kept = Object.entries(written).filter(([key]) => !key.startsWith(settingPrefix));
  return print({ ...Object.fromEntries(kept), ...settings });
}

export function print(strings: Strings): string {
  return `${JSON.stringify(strings, null, 2)}\n`;
}
