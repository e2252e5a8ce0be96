import type { Connection } from 'vscode-languageserver';
import { type BakedVersion, Catalogue, type FleetRecord } from '../model/index.ts';
import { RecordNames } from '../service/answers/record-names.ts';
import { type Discovery, discover, type RecordProblem } from '../service/catalogue/discovery.ts';
import type { Host } from '../service/host.ts';
import { foldersUpTo, parentFolder } from '../service/uri.ts';

/** Where baked versions come from: written down in settings, and recorded below a folder. */
export interface CatalogueSources {
  readonly written: readonly BakedVersion[];
  /** Undefined where there is no folder. */
  readonly records: Records | undefined;
  /** The record that comes with the server, where it counts. */
  readonly bundled: FleetRecord | undefined;
}

/** A folder's URI and the paths below it. */
interface Records {
  readonly folder: string;
  readonly paths: readonly string[];
  /**
   * Present where the nearest folder above will do as well that has something at these paths: the last one to look in,
   * unless the repository's root is above it. Undefined outside of every workspace folder.
   */
  readonly upTo?: string | undefined;
}

/**
 * Catalogues of baked versions. What a workspace records is looked for in the background: findings that do not need it
 * must not wait. Each root has its own.
 */
export class Catalogues {
  /** What a search has found; it holds until a later one has ended. */
  private readonly found = new Map<string, readonly BakedVersion[]>();
  private readonly fresh = new Set<string>();
  /** The searches under way. */
  private readonly looking = new Map<string, Promise<void>>();
  /** Those of them that may have missed something: another one begins when they end. */
  private readonly stale = new Set<string>();
  private made = new WeakMap<CatalogueSources, Catalogue>();
  private readonly names = new RecordNames();
  /** What the searches under way have seen of the disk. Folders change, so those after them look again. */
  private seen: Host | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly host: Host,
    /** Called once a folder's records were looked for, with what could not be used. */
    private readonly onFound: (folder: string, problems: readonly RecordProblem[]) => void,
  ) {}

  /** What is known by now. */
  of(sources: CatalogueSources): Catalogue {
    const known = this.made.get(sources);
    if (known) return known;
    const { written, bundled } = sources;
    const records = this.canBeSearched(sources.records) ? sources.records : undefined;
    const key = JSON.stringify(records);
    if (records && !this.fresh.has(key)) this.look(key, records);
    const found = records ? this.found.get(key) : [];
    const catalogue = found ? new Catalogue([...written, ...found], { bundled }) : Catalogue.part(written);
    this.made.set(sources, catalogue);
    return catalogue;
  }

  /** Once all that is recorded has been found. */
  async complete(sources: CatalogueSources): Promise<Catalogue> {
    const key = JSON.stringify(sources.records);
    let catalogue = this.of(sources);
    while (this.looking.has(key)) {
      await this.looking.get(key);
      catalogue = this.of(sources);
    }
    return catalogue;
  }

  /** Whether a file that has come, gone or changed may record baked versions that were looked for. */
  concern(uri: string): boolean {
    return this.names.concern(uri);
  }

  /** Files have come or gone. */
  forget(): void {
    this.fresh.clear();
    for (const key of this.looking.keys()) this.stale.add(key);
    this.seen = undefined;
    this.made = new WeakMap();
  }

  private look(key: string, records: Records): void {
    if (this.looking.has(key)) return;
    this.names.add(records.paths);
    const search = this.recordedIn(records).then(({ baked, problems }) => {
      this.looking.delete(key);
      if (this.looking.size === 0) this.seen = undefined;
      this.found.set(key, baked);
      this.made = new WeakMap();
      if (this.stale.delete(key)) this.look(key, records);
      else this.fresh.add(key);
      this.onFound(records.folder, problems);
    });
    this.looking.set(key, search);
  }

  private async recordedIn(records: Records): Promise<Discovery> {
    this.seen ??= this.host.remembering?.() ?? this.host;
    const host = this.seen;
    try {
      for (const folder of await this.foldersOf(records)) {
        const { baked, problems } = await discover(host, folder, records.paths);
        for (const { message } of problems) this.connection.console.warn(message);
        if (baked.length > 0 || problems.length > 0) return { baked, problems };
      }
      return { baked: [], problems: [] };
    } catch (error) {
      // Without a record less is said; a client that does not answer must not end the server.
      this.connection.console.error(`Baked versions could not be looked for: ${String(error)}`);
      return { baked: [], problems: [] };
    }
  }

  private canBeSearched(records: Records | undefined): boolean {
    const isInNoWorkspace = records && 'upTo' in records && records.upTo === undefined;
    return !isInNoWorkspace || this.host.isRepository !== undefined;
  }

  private async foldersOf({ folder, ...records }: Records): Promise<readonly string[]> {
    if (!('upTo' in records)) return [folder];
    const { upTo } = records;
    for (let at: string | undefined = upTo ?? folder; at !== undefined; at = parentFolder(at))
      if (await this.host.isRepository?.(at)) return foldersUpTo(at, folder);
    return upTo === undefined ? [] : foldersUpTo(upTo, folder);
  }
}
