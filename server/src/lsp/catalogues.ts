import type { Connection } from 'vscode-languageserver';
import { type BakedVersion, Catalogue, type FleetRecord, publishedBy, type Version } from '../model/index.ts';
import { RecordNames } from '../service/answers/record-names.ts';
import { type Discovery, discover, type RecordProblem } from '../service/catalogue/discovery.ts';
import type { GitRecords, Host } from '../service/host.ts';
import { foldersUpTo, parentFolder } from '../service/uri.ts';
import { GitAnswers } from './git-answers.ts';

/** The sources of baked versions: settings, and records below a folder. */
export interface CatalogueSources {
  readonly written: readonly BakedVersion[];
  /** Undefined if there is no folder. */
  readonly records: Records | undefined;
  /** The bundled record, if settings do not turn it off. */
  readonly bundled: FleetRecord | undefined;
}

/** A folder URI and the paths of records below it. */
interface Records {
  readonly folder: string;
  readonly paths: readonly string[];
  /**
   * If present, folders above are searched too. This is the last one to search, unless the root of the repository is
   * above it. Undefined outside all workspace folders.
   */
  readonly upTo?: string | undefined;
  /** The editor setting that names the paths, if one does. */
  readonly setting?: string;
}

/** The records that a search could not use. */
export interface RecordProblems extends Pick<Records, 'folder' | 'setting'> {
  readonly problems: readonly RecordProblem[];
}

/**
 * Catalogues of baked versions, one per root. Records of a workspace are searched in the background, so that findings do
 * not wait for them.
 */
export class Catalogues {
  /** The results of searches, kept until the next search has ended. */
  private readonly found = new Map<string, readonly BakedVersion[]>();
  private readonly problems = new Map<string, RecordProblems>();
  private readonly fresh = new Set<string>();
  /** Running searches. */
  private readonly looking = new Map<string, Promise<void>>();
  /** Running searches that may have missed a change. They are repeated when they end. */
  private readonly stale = new Set<string>();
  private made = new WeakMap<CatalogueSources, Catalogue>();
  private readonly names = new RecordNames();
  /** The versions that git tags publish, by folder. */
  private readonly published: GitAnswers<readonly Version[]>;
  /** Folders listed by the running searches. Later searches list them again, because folders change. */
  private seen: Host | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly host: Host,
    /** Called after each search, with the problems of its records. */
    private readonly onFound: (problems: RecordProblems) => void,
    /** Undefined where git may not be asked. */
    private readonly git: () => GitRecords | undefined,
    onPublished: () => void,
  ) {
    this.published = new GitAnswers(
      (folder) =>
        git()
          ?.tags(folder)
          .then((tags) => tags.flatMap((tag) => publishedBy(tag) ?? [])),
      (a, b) => (a?.join() ?? '') === b.join(),
      () => {
        this.made = new WeakMap();
        onPublished();
      },
    );
  }

  /** The baked versions known so far. */
  of(sources: CatalogueSources): Catalogue {
    const { written, bundled } = sources;
    const records = this.canBeSearched(sources.records) ? sources.records : undefined;
    const taken = records ? (this.published.of(records.folder) ?? []) : [];
    const known = this.made.get(sources);
    if (known) return known;
    const key = JSON.stringify(records);
    if (records && !this.fresh.has(key)) this.look(key, records);
    const found = records ? this.found.get(key) : [];
    const catalogue = found
      ? new Catalogue([...written, ...found], { bundled, taken })
      : Catalogue.part(written);
    this.made.set(sources, catalogue);
    return catalogue;
  }

  /** Resolves when all records have been found. */
  async complete(sources: CatalogueSources): Promise<Catalogue> {
    const key = JSON.stringify(sources.records);
    if (sources.records) await this.published.complete(sources.records.folder);
    let catalogue = this.of(sources);
    while (this.looking.has(key)) {
      await this.looking.get(key);
      catalogue = this.of(sources);
    }
    return catalogue;
  }

  /** The problems of the last search. */
  problemsOf({ records }: CatalogueSources): RecordProblems | undefined {
    return this.problems.get(JSON.stringify(records));
  }

  /** Whether a created, deleted or changed file may be a record. */
  concern(uri: string): boolean {
    return this.names.concern(uri);
  }

  /** Call when files were created or deleted. */
  forget(): void {
    this.fresh.clear();
    this.published.expire();
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
      const found = { ...records, problems };
      this.problems.set(key, found);
      this.onFound(found);
    });
    this.looking.set(key, search);
  }

  private async recordedIn(records: Records): Promise<Discovery> {
    this.seen ??= this.host.remembering?.() ?? this.host;
    const host = this.seen;
    try {
      for (const folder of await this.foldersOf(records)) {
        const { baked, problems } = await discover(host, folder, records.paths, this.git());
        if (records.setting === undefined)
          for (const { message } of problems) this.connection.console.warn(message);
        if (baked.length > 0 || problems.length > 0) return { baked, problems };
      }
      return { baked: [], problems: [] };
    } catch (error) {
      // Without records there are fewer findings. A failed request must not end the server.
      this.connection.console.error(`Search for baked versions failed: ${String(error)}`);
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
