/** In milliseconds. Nothing tells the server of a new commit or tag. */
const freshFor = 60_000;

/** What git says of a file or folder. Git is asked in the background, and again after a minute of use. */
export class GitAnswers<T> {
  private readonly known = new Map<string, T>();
  /** When git was asked. */
  private readonly askedAt = new Map<string, number>();
  private readonly asking = new Map<string, Promise<void>>();

  constructor(
    /** Undefined where git may not be asked. */
    private readonly ask: (uri: string) => Promise<T> | undefined,
    private readonly isSame: (a: T | undefined, b: T) => boolean,
    /** Called with each new answer. */
    private readonly onFound: () => void,
    /** In milliseconds. */
    private readonly now: () => number = () => Date.now(),
  ) {}

  /** The last answer; undefined if there is none yet. */
  of(uri: string): T | undefined {
    const askedAt = this.askedAt.get(uri) ?? Number.NEGATIVE_INFINITY;
    if (this.now() - askedAt >= freshFor && !this.asking.has(uri)) this.look(uri);
    return this.known.get(uri);
  }

  /** Resolves when git has answered. */
  async complete(uri: string): Promise<void> {
    this.of(uri);
    await this.asking.get(uri);
  }

  /** Call when answers may have changed. */
  expire(): void {
    this.askedAt.clear();
  }

  forget(uri: string): void {
    this.askedAt.delete(uri);
    this.known.delete(uri);
  }

  private look(uri: string): void {
    this.askedAt.set(uri, this.now());
    const answered = this.ask(uri)
      // Without an answer fewer things are known. A failed call must not end the server.
      ?.catch(() => undefined)
      .then((answer) => {
        this.asking.delete(uri);
        // It was forgotten meanwhile.
        if (answer === undefined || !this.askedAt.has(uri)) return;
        const before = this.known.get(uri);
        this.known.set(uri, answer);
        if (!this.isSame(before, answer)) this.onFound();
      });
    if (answered) this.asking.set(uri, answered);
  }
}
