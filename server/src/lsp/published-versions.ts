import { publishedBy, type Version } from '../model/index.ts';
import type { GitRecords } from '../service/host.ts';

/** In milliseconds. Nothing tells the server of a new tag. */
const freshFor = 60_000;

/** The versions that git tags publish, by folder. Git is asked in the background, and again after a minute of use. */
export class PublishedVersions {
  private readonly known = new Map<string, readonly Version[]>();
  /** When git was asked. */
  private readonly askedAt = new Map<string, number>();
  private readonly looking = new Map<string, Promise<void>>();

  constructor(
    /** Undefined where git may not be asked. */
    private readonly git: () => GitRecords | undefined,
    private readonly onFound: () => void,
    /** In milliseconds. */
    private readonly now: () => number = () => Date.now(),
  ) {}

  /** Those known so far. */
  in(folder: string): readonly Version[] {
    const askedAt = this.askedAt.get(folder) ?? Number.NEGATIVE_INFINITY;
    if (this.now() - askedAt >= freshFor && !this.looking.has(folder)) this.look(folder);
    return this.known.get(folder) ?? [];
  }

  /** Resolves when git has answered. */
  async complete(folder: string): Promise<void> {
    this.in(folder);
    await this.looking.get(folder);
  }

  /** Call when tags may have changed. */
  forget(): void {
    this.askedAt.clear();
  }

  private look(folder: string): void {
    const git = this.git();
    this.askedAt.set(folder, this.now());
    if (!git) return;
    const search = git
      .tags(folder)
      // Without tags fewer versions are known to be taken. A failed call must not end the server.
      .catch((): readonly string[] => [])
      .then((tags) => {
        this.looking.delete(folder);
        const before = this.known.get(folder)?.join() ?? '';
        const found = tags.flatMap((tag) => publishedBy(tag) ?? []);
        this.known.set(folder, found);
        if (found.join() !== before) this.onFound();
      });
    this.looking.set(folder, search);
  }
}
