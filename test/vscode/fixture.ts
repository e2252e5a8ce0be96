/** What the folder holds that the suite opens; the tests add files of their own. */
export const fixture: Readonly<Record<string, string>> = {
  'README.md': 'A workspace for tests.\n',
};
