/** The files of the folder that the suite opens. The tests add more. */
export const fixture: Readonly<Record<string, string>> = {
  'README.md': 'A workspace for tests.\n',
};

/** Its symbolic links. Creating one needs permissions on Windows. */
export const links: Readonly<Record<string, string>> =
  process.platform === 'win32'
    ? {}
    : { 'linked/.hotfixrc.json': '../README.md', 'linked/outside-hotfix.json': '/etc/hosts' };
