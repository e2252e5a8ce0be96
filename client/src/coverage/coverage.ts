import { commands, Disposable, type Uri, type WebviewPanel, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Intent } from '../../../coverage-view/src/messages.ts';
import { withEscapes } from '../../../server/src/model/quote.ts';
import {
  type Coverage,
  type CoverageParams,
  coverageRequest,
  type NodeSteps,
  type NodeStepsParams,
  nodeStepsRequest,
} from '../../../server/src/protocol.ts';
import { pickText } from '../pick-text.ts';
import { pickComparison } from './compare-pick.ts';
import { type Comparison, withHead } from './comparison.ts';
import { nameOf, OpenConfigs, openConfigFirst } from './configs.ts';
import { pickBaked } from './explain-pick.ts';
import { CoveragePanel } from './panel.ts';
import { baseAtCursor, goTo, lookAt } from './reveal.ts';

type RevealIntent = Extract<Intent, { type: `reveal-${string}` }>;

/**
 * Connects the picture of all baked versions with the editor: which config it shows, and what is sent in both
 * directions.
 */
export class CoveragePreview implements Disposable {
  private readonly configs = new OpenConfigs();
  private readonly subscription: Disposable;
  private panel: CoveragePanel | undefined;
  /** The URI of the config that is shown. */
  private uri: string | undefined;
  /** The last coverage sent to the view. It has the ranges for the view's requests. */
  private coverage: Coverage | undefined;
  private nodeSteps: NodeSteps | undefined;
  private baked: string | null = null;
  private comparison: Comparison | undefined;
  /** What the live-patching service serves, if the user chose it. */
  private served: string | undefined;
  /** A version that was chosen before the view existed. */
  private toSelect: string | undefined;
  private isStale = false;
  private refreshing: Promise<void> | undefined;

  constructor(
    private readonly extensionUri: Uri,
    private readonly client: () => BaseLanguageClient | undefined,
  ) {
    this.subscription = Disposable.from(
      this.configs.follow((uri) => this.closed(uri)),
      window.onDidChangeActiveTextEditor(() => this.followActive()),
      window.onDidChangeTextEditorSelection(() => this.postCursor()),
    );
  }

  dispose(): void {
    this.subscription.dispose();
    this.panel?.dispose();
  }

  /** The open config that commands are most likely about, by its URI. */
  get likeliest(): string | undefined {
    return this.configs.likeliest;
  }

  /** Whether the server treats an open document as a config. */
  isConfig(uri: string): boolean {
    return this.configs.has(uri);
  }

  /** Call when a config has a new version, or its catalogue or settings changed. */
  changed(uri: string): void {
    this.configs.add(uri);
    if (this.uri === undefined || uri === this.configs.active) this.show(uri);
    if (uri === this.uri) this.refresh();
  }

  /** Call when the server has ended. After a restart it reports each config again. */
  stopped(): void {
    this.panel?.post({ type: 'empty', reason: 'stopped' });
  }

  preview(preserveFocus = true, uri = this.configs.likeliest): void {
    if (uri !== undefined) this.show(uri);
    if (this.panel) this.panel.reveal(preserveFocus);
    else this.use(CoveragePanel.create(this.extensionUri, preserveFocus, this.events));
  }

  /** Shows the changes in node behavior since what the user chooses. */
  async compare(): Promise<void> {
    const uri = this.configs.likeliest;
    const comparison = uri === undefined ? undefined : await pickComparison(uri);
    if (uri !== undefined && comparison) await this.compareWith(comparison, uri);
    else if (uri === undefined) void window.showInformationMessage(openConfigFirst);
  }

  async compareWith(comparison: Comparison, uri: string): Promise<void> {
    const coverage = await this.askCoverage(uri, comparison).catch(() => null);
    if (!coverage?.comparedWith) {
      const name = withEscapes(nameOf(uri));
      const why = coverage
        ? `"${name}" does not exist at ${withEscapes(comparison.name)}. Choose a commit that has it, or a file.`
        : openConfigFirst;
      void window.showInformationMessage(why);
      return;
    }
    this.comparison = comparison;
    this.preview(true, uri);
    this.refresh();
  }

  /** Takes over the panel of a reloaded window. */
  restore(panel: WebviewPanel): void {
    this.panel?.dispose();
    this.use(new CoveragePanel(panel, this.extensionUri, this.events));
  }

  async explain(): Promise<void> {
    const uri = this.configs.likeliest ?? window.activeTextEditor?.document.uri.toString();
    const coverage = uri === undefined ? null : await this.askCoverage(uri).catch(() => null);
    if (!coverage) {
      void window.showInformationMessage(openConfigFirst);
      return;
    }
    const baked = await pickBaked(coverage);
    if (baked === undefined) return;
    this.baked = baked;
    this.toSelect = baked;
    this.preview(false);
    this.select();
  }

  private readonly events = {
    received: (intent: Intent) => void this.answer(intent),
    closed: () => {
      this.panel = undefined;
      this.baked = null;
      this.comparison = undefined;
      this.served = undefined;
    },
  };

  private use(panel: CoveragePanel): void {
    this.panel = panel;
    this.uri ??= this.configs.likeliest;
    this.updateTitle();
  }

  private show(uri: string): void {
    if (uri === this.uri) return;
    this.uri = uri;
    this.coverage = undefined;
    this.updateTitle();
    this.refresh();
  }

  private followActive(): void {
    const { active } = this.configs;
    if (active !== undefined) this.show(active);
    this.postCursor();
  }

  private closed(uri: string): void {
    if (uri !== this.uri) return;
    this.uri = undefined;
    this.coverage = undefined;
    const next = this.configs.likeliest;
    if (next !== undefined) this.show(next);
    else this.postNoConfig();
  }

  private updateTitle(): void {
    if (!this.panel) return;
    this.panel.title =
      this.uri === undefined ? 'Upgrade Coverage' : `Upgrade Coverage: ${withEscapes(nameOf(this.uri))}`;
  }

  private postNoConfig(): void {
    this.updateTitle();
    this.panel?.post({ type: 'empty', reason: 'no-config' });
  }

  private postCursor(): void {
    if (this.coverage) this.panel?.post({ type: 'cursor', base: baseAtCursor(this.coverage) });
  }

  /** Shows the current text of the document. Changes during the request are shown after it. */
  private refresh(): void {
    this.isStale = true;
    this.refreshing ??= this.refreshWhileStale().finally(() => {
      this.refreshing = undefined;
    });
  }

  private async refreshWhileStale(): Promise<void> {
    while (this.isStale && this.panel?.takesMessages && this.uri !== undefined) {
      this.isStale = false;
      await this.showOnce(this.uri);
    }
  }

  private async showOnce(uri: string): Promise<void> {
    try {
      const [coverage, nodeSteps] = await Promise.all([
        this.askCoverage(uri, this.comparison),
        this.askNodeSteps(uri),
      ]);
      if (uri !== this.uri) return;
      if (!coverage) {
        this.configs.delete(uri);
        this.panel?.post({ type: 'empty', reason: 'no-config' });
        return;
      }
      this.coverage = coverage;
      this.nodeSteps = nodeSteps ?? undefined;
      this.panel?.post({ type: 'show', name: nameOf(uri), coverage, nodeSteps });
      this.postCursor();
    } catch {
      // The server stopped. The status says so too.
      this.stopped();
    }
  }

  private async answer(intent: Intent): Promise<void> {
    switch (intent.type) {
      case 'ready':
        if (this.toSelect === undefined) this.baked = intent.baked;
        if (intent.isCompared) this.comparison ??= withHead;
        if (this.uri === undefined) this.postNoConfig();
        this.select();
        this.refresh();
        return;
      case 'explain':
        this.baked = intent.baked;
        await this.explainBaked();
        return;
      case 'stop-comparing':
        this.comparison = undefined;
        this.refresh();
        return;
      case 'serve':
        this.served =
          (await pickText('Served map: the response of the live-patching service')) ?? this.served;
        this.refresh();
        return;
      case 'stop-serving':
        this.served = undefined;
        this.refresh();
        return;
      case 'settings':
        await commands.executeCommand('workbench.action.openSettings', 'hotfixConfig.bakedVersions');
        return;
      default:
        await this.reveal(intent);
    }
  }

  /** Shows the steps of a version that was chosen outside the view. */
  private select(): void {
    if (this.toSelect === undefined || !this.panel?.takesMessages) return;
    this.panel.post({ type: 'select', baked: this.toSelect });
    this.toSelect = undefined;
    void this.explainBaked();
  }

  private async explainBaked(): Promise<void> {
    if (this.uri === undefined) return;
    // Without a server there are no steps. The view says so already.
    const nodeSteps = await this.askNodeSteps(this.uri).catch(() => null);
    if (!nodeSteps || nodeSteps.baked !== this.baked) return;
    this.nodeSteps = nodeSteps;
    this.panel?.post({ type: 'node-steps', nodeSteps });
  }

  private async reveal(intent: RevealIntent): Promise<void> {
    const { coverage, nodeSteps } = this;
    const range =
      intent.type === 'reveal-problem'
        ? coverage?.problem?.range
        : intent.type === 'reveal-void'
          ? coverage?.voidEntries[intent.entry]
          : intent.type === 'reveal-entry'
            ? coverage?.bases.find(({ base }) => base === intent.base)?.entry?.range
            : nodeSteps?.[intent.part].steps[intent.step]?.range;
    if (!coverage || !range) return;
    const reveal = intent.type === 'reveal-entry' && intent.how === 'look' ? lookAt : goTo;
    await reveal(coverage.uri, range, this.panel?.viewColumn);
  }

  private async askCoverage(uri: string, comparison?: Comparison): Promise<Coverage | null> {
    const params: CoverageParams = { uri, compare: await comparison?.of(uri), served: this.served };
    return (await this.client()?.sendRequest<Coverage | null>(coverageRequest, params)) ?? null;
  }

  private async askNodeSteps(uri: string): Promise<NodeSteps | null> {
    if (this.baked === null) return null;
    const params: NodeStepsParams = { uri, baked: this.baked, served: this.served };
    return (await this.client()?.sendRequest<NodeSteps | null>(nodeStepsRequest, params)) ?? null;
  }
}
