import type { RepositoryFiles } from './git-files.ts';
import type { Tree } from './git-tree.ts';
import type { Now, State } from './state.ts';

/** The files of a revision. */
export class RevisionState implements State {
  constructor(private readonly tree: Tree) {}

  async at(name: string): Promise<Now> {
    const real = await this.tree.realName(name);
    if (real !== undefined && (await this.tree.hashOf(real)) !== undefined)
      return real === name ? { is: 'file' } : { is: 'linked', name: real };
    if (this.tree.submodules.has(real ?? name)) return { is: 'gone', why: 'it is a submodule now' };
    if (real !== undefined && (await this.tree.below(real)).length > 0)
      return { is: 'gone', why: 'it is a folder now' };
    const isLink = this.tree.names.includes(name);
    return isLink ? { is: 'gone', why: 'it is now a broken symbolic link' } : { is: 'gone' };
  }

  read(name: string): Promise<Buffer | undefined> {
    return this.tree.read(name);
  }

  async listed(): Promise<RepositoryFiles> {
    const { names, submodules } = this.tree;
    return { files: names, leftOut: [], repositories: submodules, unreadable: [] };
  }

  /** A revision has no files of another repository. */
  otherRepository(): undefined {
    return undefined;
  }
}
