import { type Connection, RAL } from 'vscode-languageserver';
import { isRecord } from '../service/record.ts';

/** In milliseconds: a client that takes longer to tell its settings may never do so. */
export const patience = 3_000;

/** What an editor has under `hotfixConfig`: it is asked where it can be, otherwise it sends it. */
export class EditorConfiguration {
  /** What a client that cannot be asked has sent. */
  private sent: unknown;
  /** What came too late, by the resource; it holds until an answer comes in time. */
  private readonly late = new Map<string, unknown>();
  private isSilent = false;

  constructor(
    private readonly connection: Connection,
    private readonly canBeAsked: boolean,
    /** Called when settings have come that nobody waited for any more. */
    private readonly onLate: () => void,
  ) {}

  /** `sent` holds the settings of all servers; a client that can be asked sends none. */
  changed(sent: unknown): void {
    if (isRecord(sent)) this.sent = sent['hotfixConfig'];
  }

  /** A client that does not tell its settings has none: findings must not wait for it. */
  async of(scopeUri: string | undefined): Promise<unknown> {
    if (!this.canBeAsked) return this.sent;
    const key = scopeUri ?? '';
    let isLate = false;
    const answer = this.ask(scopeUri).then((value) => {
      if (isLate) this.cameLate(key, value);
      else {
        this.isSilent = false;
        this.late.delete(key);
      }
      return value;
    });
    const timer = after(this.isSilent ? 0 : patience);
    const inTime = await Promise.race([answer.then((value) => ({ value })), timer.over]);
    timer.stop();
    if (inTime) return inTime.value;
    isLate = true;
    if (!this.isSilent)
      this.connection.console.warn('The defaults hold until the client answers workspace/configuration.');
    this.isSilent = true;
    return this.late.get(key);
  }

  private async ask(scopeUri: string | undefined): Promise<unknown> {
    try {
      const section = 'hotfixConfig';
      return await this.connection.workspace.getConfiguration({ section, ...(scopeUri && { scopeUri }) });
    } catch (error) {
      this.connection.console.error(
        `The defaults hold: the client does not tell its settings: ${String(error)}`,
      );
      return undefined;
    }
  }

  /** Only what is news: a client that is always late would be asked again and again. */
  private cameLate(key: string, value: unknown): void {
    if (JSON.stringify(this.late.get(key)) === JSON.stringify(value)) return;
    this.late.set(key, value);
    this.onLate();
  }
}

function after(milliseconds: number): { over: Promise<undefined>; stop: () => void } {
  let stop = () => {};
  const over = new Promise<undefined>((resolve) => {
    const timer = RAL().timer.setTimeout(() => resolve(undefined), milliseconds);
    stop = () => timer.dispose();
  });
  return { over, stop };
}
