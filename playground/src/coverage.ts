import { type Intent, isIntent, type Message } from '../../coverage-view/src/messages.ts';
import type { LineRange } from '../../server/src/coverage-types.ts';
import type { Coverage, NodeSteps } from '../../server/src/protocol.ts';

/** Where the picture gets its data. */
export interface CoverageSource {
  readonly name: string;
  coverage(): Promise<Coverage | null>;
  nodeSteps(baked: string): Promise<NodeSteps | null>;
  /** Moves the cursor to a range. `look` leaves the focus in the picture. */
  reveal(range: LineRange, how: 'look' | 'go'): void;
  /** Whether the cursor is in a range. */
  hasCursor(range: LineRange): boolean;
  openBakedVersions(): void;
  stopComparing(): void;
  /** Called when the server does not answer any more. */
  stopped(): void;
}

/**
 * The picture of all baked versions, in a frame that exchanges messages with the page as a webview does with an
 * editor.
 */
export class CoverageFrame {
  private isReady = false;
  private coverage: Coverage | null = null;
  private nodeSteps: NodeSteps | null = null;
  /** The version whose steps the view shows. */
  private baked: string | null = null;
  private isStale = false;
  private refreshing: Promise<void> | undefined;

  constructor(
    private readonly frame: HTMLIFrameElement,
    private readonly source: CoverageSource,
  ) {
    window.addEventListener('message', ({ data, source }: MessageEvent<unknown>) => {
      if (source === frame.contentWindow && isIntent(data)) void this.answer(data);
    });
    // After the listener is added: the first message of the view says that it is ready.
    frame.src = 'coverage.html';
  }

  /** Shows the current text of the document. Changes during the request are shown after it. */
  refresh(): void {
    this.isStale = true;
    this.refreshing ??= this.refreshWhileStale().finally(() => {
      this.refreshing = undefined;
    });
  }

  /** Chooses a baked version, so that its steps are shown, or none. */
  choose(baked: string | null): void {
    this.baked = baked;
    this.post({ type: 'select', baked });
    void this.explain(baked);
  }

  postCursor(): void {
    const at = this.coverage?.bases.find(({ entry }) => entry && this.source.hasCursor(entry.range));
    if (this.coverage) this.post({ type: 'cursor', base: at?.base ?? null });
  }

  private async refreshWhileStale(): Promise<void> {
    while (this.isStale && this.isReady) {
      this.isStale = false;
      await this.showOnce();
    }
  }

  private async showOnce(): Promise<void> {
    const { source, baked } = this;
    try {
      const [coverage, nodeSteps] = await Promise.all([
        source.coverage(),
        baked === null ? null : source.nodeSteps(baked),
      ]);
      if (!coverage) return;
      this.coverage = coverage;
      this.nodeSteps = nodeSteps;
      this.post({ type: 'show', name: source.name, coverage, nodeSteps });
      this.postCursor();
    } catch {
      this.source.stopped();
    }
  }

  private async answer(intent: Intent): Promise<void> {
    switch (intent.type) {
      case 'ready':
        this.isReady = true;
        this.refresh();
        return;
      case 'explain':
        this.baked = intent.baked;
        await this.explain(intent.baked);
        return;
      case 'settings':
        this.source.openBakedVersions();
        return;
      case 'stop-comparing':
        this.source.stopComparing();
        return;
      case 'reveal-problem':
        this.reveal(this.coverage?.problem?.range);
        return;
      case 'reveal-void':
        this.reveal(this.coverage?.voidEntries[intent.entry]);
        return;
      case 'reveal-entry':
        this.reveal(this.coverage?.bases.find(({ base }) => base === intent.base)?.entry?.range, intent.how);
        return;
      case 'reveal-step':
        this.reveal(this.nodeSteps?.[intent.part].steps[intent.step]?.range);
    }
  }

  private async explain(baked: string | null): Promise<void> {
    const nodeSteps = baked === null ? null : await this.askNodeSteps(baked);
    if (!nodeSteps || nodeSteps.baked !== this.baked) return;
    this.nodeSteps = nodeSteps;
    this.post({ type: 'node-steps', nodeSteps });
  }

  private async askNodeSteps(baked: string): Promise<NodeSteps | null> {
    try {
      return await this.source.nodeSteps(baked);
    } catch {
      this.source.stopped();
      return null;
    }
  }

  private reveal(range: LineRange | null | undefined, how: 'look' | 'go' = 'go'): void {
    if (range) this.source.reveal(range, how);
  }

  private post(message: Message): void {
    if (this.isReady) this.frame.contentWindow?.postMessage(message, location.origin);
  }
}
