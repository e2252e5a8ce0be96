import type { Connection } from 'vscode-languageserver';
import { type BakedVersion, Catalogue } from '../model/index.ts';
import { discover } from '../service/discovery.ts';
import type { Host } from '../service/host.ts';

/** Where baked versions come from: written down in settings, and recorded below a folder. */
export interface CatalogueSources {
  readonly written: readonly BakedVersion[];
  /** Undefined where there is no folder. */
  readonly records: Records | undefined;
}

/** A folder's URI and the paths below it. */
interface Records {
  readonly root: string;
  readonly paths: readonly string[];
}

/**
 * Catalogues of baked versions. What a workspace records is looked for in the background: findings that do not need it
 * must not wait. Each root has its own.
 */
export class Catalogues {
  /** What a search has found; it holds until a later one has ended. */
  private readonly found = new Map<string, readonly BakedVersion[]>();
  private readonly fresh = new Set<string>();
  private readonly looking = new Map<string, Promise<void>>();
  private made = new WeakMap<CatalogueSources, Catalogue>();

  constructor(
    private readonly connection: Connection,
    private readonly host: Host,
    private readonly onFound: () => void,
    /** Called with the paths that a search goes through, before it begins. */
    private readonly onLook: (paths: readonly string[]) => void,
  ) {}

  /** What is known by now; nothing while nobody knows how much is missing. */
  of(sources: CatalogueSources): Catalogue {
    const known = this.made.get(sources);
    if (known) return known;
    const { records, written } = sources;
    const key = JSON.stringify(records);
    if (records && !this.fresh.has(key)) this.look(key, records);
    const found = records ? this.found.get(key) : [];
    // Until a first search has ended, what is written down is only a part, and all else would be called unknown.
    const catalogue = found ? new Catalogue([...written, ...found]) : Catalogue.empty;
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

  /** Files have come or gone. A search that is under way may have missed them: another one begins. */
  forget(): void {
    this.fresh.clear();
    this.looking.clear();
    this.made = new WeakMap();
  }

  private look(key: string, records: Records): void {
    if (this.looking.has(key)) return;
    this.onLook(records.paths);
    const search = this.recordedIn(records).then((baked) => {
      if (this.looking.get(key) !== search) return;
      this.looking.delete(key);
      this.fresh.add(key);
      this.found.set(key, baked);
      this.made = new WeakMap();
      this.onFound();
    });
    this.looking.set(key, search);
  }

  private async recordedIn({ root, paths }: Records): Promise<readonly BakedVersion[]> {
    try {
      const { baked, problems } = await discover(this.host, root, paths);
      for (const problem of problems) this.connection.console.warn(problem);
      return baked;
    } catch (error) {
      // Without a record less is said; a client that does not answer must not end the server.
      this.connection.console.error(`Baked versions could not be looked for: ${String(error)}`);
      return [];
    }
  }
}
