/** The formats of `check`. */
export const formats = [
  'text',
  'concise',
  'json',
  'github',
  'azure',
  'gitlab',
  'rdjson',
  'sarif',
  'junit',
  'markdown',
] as const;
export type Format = (typeof formats)[number];
