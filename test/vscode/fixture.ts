/** What the folder holds that the suite opens; the tests add files of their own. */
export const fixture: Readonly<Record<string, string>> = {
  'README.md': 'A workspace for tests.\n',
};

/** Symbolic links in it; making one takes rights on Windows. */
export const links: Readonly<Record<string, string>> =
  process.platform === 'win32'
    ? {}
    : { 'linked/.hotfixrc.json': '../README.md', 'linked/outside-hotfix.json': '/etc/hosts' };
