import { decodeUtf8 } from '../../model/index.ts';
import { projectFileName } from '../../names.ts';
import type { Host } from '../host.ts';
import { parentFolder } from '../uri.ts';
import type { ProjectFile } from './project.ts';

export interface FoundProject extends ProjectFile {
  readonly uri: string;
  readonly text: string;
  /** The folder it stands in. */
  readonly folder: string;
}

/** A server lives for weeks, and folders come and go. */
const mostFolders = 1_000;

/**
 * Finds the project file that governs a config: the nearest one above it in the same repository. One of another user counts
 * only where the config's folder is that user's too. Remembers what it read until told to forget.
 */
export class ProjectLookup {
  private readonly byFolder = new Map<string, Promise<FoundProject | undefined>>();

  constructor(
    private readonly host: Host,
    /** Knows where a repository begins, and whose a file is. */
    private readonly system: Pick<Host, 'isRepository' | 'foreignOwner'> = host,
  ) {}

  forget(): void {
    this.byFolder.clear();
  }

  /** `folder` is a URI without a slash at its end. */
  async above(folder: string): Promise<FoundProject | undefined> {
    return this.aboveFor(await this.system.foreignOwner?.(folder), folder);
  }

  private aboveFor(owner: number | undefined, folder: string): Promise<FoundProject | undefined> {
    const key = `${owner ?? ''} ${folder}`;
    const known = this.byFolder.get(key) ?? this.search(owner, folder);
    if (this.byFolder.size >= mostFolders) this.byFolder.clear();
    this.byFolder.set(key, known);
    return known;
  }

  private async search(owner: number | undefined, folder: string): Promise<FoundProject | undefined> {
    const uri = `${folder}/${projectFileName}`;
    const content = await this.host.readFile(uri, folder);
    if (content && (await this.isObeyed(uri, owner))) {
      // Most configs have none, and what reads it takes longer to load than a config to check.
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
