import type { Connection } from 'vscode-languageserver';
import { type BakedVersion, Catalogue } from '../model/index.ts';
import { discover } from '../service/discovery.ts';
import type { Host } from '../service/host.ts';

/** Where baked versions come from: written down in settings, and recorded below a folder. */
export interface CatalogueSources {
  readonly written: readonly BakedVersion[];
  /** The folder's URI and the paths below it; undefined where there is no folder. */
  readonly records: { readonly root: string; readonly paths: readonly string[] } | undefined;
}

/**
 * Catalogues of baked versions. What a workspace records is looked for in the background: findings that do not need it
 * must not wait. Each root has its own.
 */
export class Catalogues {
  private readonly found = new Map<string, readonly BakedVersion[]>();
  private readonly looking = new Map<string, Promise<void>>();
  private made = new WeakMap<CatalogueSources, Catalogue>();

  constructor(
    private readonly connection: Connection,
    private readonly host: Host,
    private readonly onFound: () => void,
  ) {}

  /** What is known by now. */
  of(sources: CatalogueSources): Catalogue {
    const known = this.made.get(sources);
    if (known) return known;
    const { records, written } = sources;
    const key = JSON.stringify(records);
    const recorded = this.found.get(key);
    if (records && !recorded) this.look(key, records);
    const catalogue = new Catalogue([...written, ...(recorded ?? [])]);
    this.made.set(sources, catalogue);
    return catalogue;
  }

  /** Once all that is recorded has been found. */
  async complete(sources: CatalogueSources): Promise<Catalogue> {
    this.of(sources);
    await this.looking.get(JSON.stringify(sources.records));
    return this.of(sources);
  }

  /** Files have come or gone. */
  forget(): void {
    this.found.clear();
    this.made = new WeakMap();
  }

  private look(key: string, records: NonNullable<CatalogueSources['records']>): void {
    if (!this.looking.has(key)) this.looking.set(key, this.lookNow(key, records));
  }

  private async lookNow(
    key: string,
    { root, paths }: NonNullable<CatalogueSources['records']>,
  ): Promise<void> {
    try {
      const { baked, problems } = await discover(this.host, root, paths);
      for (const problem of problems) this.connection.console.warn(problem);
      this.found.set(key, baked);
    } catch (error) {
      // Without a record less is said; a client that does not answer must not end the server.
      this.connection.console.error(`Baked versions could not be looked for: ${String(error)}`);
      this.found.set(key, []);
    } finally {
      this.looking.delete(key);
    }
    this.made = new WeakMap();
    this.onFound();
  }
}
