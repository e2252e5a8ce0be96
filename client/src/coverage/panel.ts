import { Disposable, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import { type Intent, isIntent, type Message } from '../../../coverage-view/src/messages.ts';
import { pageFiles, pageFor } from './page.ts';
import { panelType } from './restore.ts';

export interface PanelEvents {
  /** Handles the view's requests. The first one says that it is ready, each time it is shown again. */
  received(intent: Intent): void;
  closed(): void;
}

/** The editor tab with the view. VS Code discards a hidden view: it saves its own state and gets the rest again. */
export class CoveragePanel {
  private readonly subscription: Disposable;
  private isReady = false;

  constructor(
    private readonly panel: WebviewPanel,
    extensionUri: Uri,
    events: PanelEvents,
  ) {
    const { webview } = panel;
    webview.options = { enableScripts: true, localResourceRoots: [pageFiles(extensionUri)] };
    this.subscription = Disposable.from(
      webview.onDidReceiveMessage((message: unknown) => {
        if (!isIntent(message)) return;
        if (message.type === 'ready') this.isReady = true;
        events.received(message);
      }),
      panel.onDidChangeViewState(() => {
        if (!panel.visible) this.isReady = false;
      }),
      panel.onDidDispose(() => {
        this.subscription.dispose();
        events.closed();
      }),
    );
    panel.iconPath = Uri.joinPath(extensionUri, 'assets/icon.png');
    webview.html = pageFor(webview, extensionUri);
  }

  static create(extensionUri: Uri, preserveFocus: boolean, events: PanelEvents): CoveragePanel {
    const column = { viewColumn: ViewColumn.Beside, preserveFocus };
    return new CoveragePanel(
      window.createWebviewPanel(panelType, 'Upgrade Coverage', column),
      extensionUri,
      events,
    );
  }

  /** Whether there is a view that can receive messages. */
  get takesMessages(): boolean {
    return this.isReady;
  }

  get viewColumn(): ViewColumn | undefined {
    return this.panel.viewColumn;
  }

  set title(title: string) {
    if (this.panel.title !== title) this.panel.title = title;
  }

  reveal(preserveFocus: boolean): void {
    this.panel.reveal(undefined, preserveFocus);
  }

  post(message: Message): void {
    if (this.isReady) void this.panel.webview.postMessage(message);
  }

  dispose(): void {
    this.panel.dispose();
  }
}
