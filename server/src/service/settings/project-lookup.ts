import { decodeUtf8 } from '../../model/index.ts';
import { projectFileName } from '../../names.ts';
import type { Host } from '../host.ts';
import { parentFolder } from '../uri.ts';
import type { ProjectFile } from './project.ts';

export interface FoundProject extends ProjectFile {
  readonly uri: string;
  readonly text: string;
  /** The folder that contains it. */
  readonly folder: string;
}

/** Limits the memory of a server that runs for weeks. */
const mostFolders = 10_000;

/**
 * Finds the project file of a config: the nearest one above it in the same repository. A file of another user counts only
 * if the config's folder belongs to that user too. Results are cached until `forget`.
 */
export class ProjectLookup {
  private readonly byFolder = new Map<string, Promise<FoundProject | undefined>>();

  constructor(
    private readonly host: Host,
    /** Knows the roots of repositories and the owners of files. */
    private readonly system: Pick<Host, 'isRepository' | 'foreignOwner'> = host,
  ) {}

  forget(): void {
    this.byFolder.clear();
  }

  /** `folder` is a URI without a trailing slash. */
  async above(folder: string): Promise<FoundProject | undefined> {
    return this.aboveFor(await this.system.foreignOwner?.(folder), folder);
  }

  private aboveFor(owner: number | undefined, folder: string): Promise<FoundProject | undefined> {
    const key = `${owner ?? ''} ${folder}`;
    const known = this.byFolder.get(key) ?? this.search(owner, folder);
    // The most recently used is the last. Folders above others must stay, or each lookup would start at the top again.
    this.byFolder.delete(key);
    this.byFolder.set(key, known);
    const [oldest = key] = this.byFolder.keys();
    if (this.byFolder.size > mostFolders) this.byFolder.delete(oldest);
    return known;
  }

  private async search(owner: number | undefined, folder: string): Promise<FoundProject | undefined> {
    const uri = `${folder}/${projectFileName}`;
    const content = await this.host.readFile(uri, folder);
    if (content && (await this.isObeyed(uri, owner))) {
      // Most configs have no project file, and loading the reader takes longer than a check.
      const { linkedOutside, readProjectFile } = await import('./project.ts');
      if (content === 'outside') return { uri, folder, text: '', ...linkedOutside };
      const text = decodeUtf8(content);
      return { uri, folder, text, ...readProjectFile(text) };
    }
    if (await this.system.isRepository?.(folder)) return undefined;
    const parent = parentFolder(folder);
    return parent === undefined ? undefined : this.aboveFor(owner, parent);
  }

  private async isObeyed(uri: string, owner: number | undefined): Promise<boolean> {
    const foreign = await this.system.foreignOwner?.(uri);
    if (foreign === undefined || foreign === owner) return true;
    this.host.onForeign?.(uri);
    return false;
  }
}
