import { decodeUtf8 } from '../model/index.ts';
import { projectFileName } from '../protocol.ts';
import type { Host } from './host.ts';
import type { ProjectFile } from './project.ts';
import { parentFolder } from './uri.ts';

export interface FoundProject extends ProjectFile {
  readonly uri: string;
  readonly text: string;
  /** The folder it stands in. */
  readonly folder: string;
}

/** A server lives for weeks, and folders come and go. */
const mostFolders = 1_000;

/** Finds the project file that governs a config: the nearest one above it. Remembers what it read until told to forget. */
export class ProjectLookup {
  private readonly byFolder = new Map<string, Promise<FoundProject | undefined>>();

  constructor(private readonly host: Host) {}

  forget(): void {
    this.byFolder.clear();
  }

  /** `folder` is a URI without a slash at its end. */
  above(folder: string): Promise<FoundProject | undefined> {
    const known = this.byFolder.get(folder) ?? this.search(folder);
    if (this.byFolder.size >= mostFolders) this.byFolder.clear();
    this.byFolder.set(folder, known);
    return known;
  }

  private async search(folder: string): Promise<FoundProject | undefined> {
    const uri = `${folder}/${projectFileName}`;
    const content = await this.host.readFile(uri, folder);
    if (content) {
      // Most configs have none, and what reads it takes longer to load than a config to check.
      const { linkedOutside, readProjectFile } = await import('./project.ts');
      if (content === 'outside') return { uri, folder, text: '', ...linkedOutside };
      const text = decodeUtf8(content);
      return { uri, folder, text, ...readProjectFile(text) };
    }
    const parent = parentFolder(folder);
    return parent === undefined ? undefined : this.above(parent);
  }
}
