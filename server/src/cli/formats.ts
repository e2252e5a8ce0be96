/** The formats of `check`. */
export const formats = ['text', 'json', 'github', 'sarif', 'junit', 'markdown'] as const;
export type Format = (typeof formats)[number];
