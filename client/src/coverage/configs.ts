import { commands, type Disposable, type Uri, window, workspace } from 'vscode';

/** What a command that needs a config says without one. */
export const openConfigFirst = 'Open a hotfix config first.';

/** The open documents that the server treats as hotfix configs. */
export class OpenConfigs {
  private readonly uris = new Set<string>();
  private names = '';

  /** Fires when a config is closed, with its URI. */
  follow(closed: (uri: string) => void): Disposable {
    return workspace.onDidCloseTextDocument(({ uri }) => {
      this.delete(uri.toString());
      closed(uri.toString());
    });
  }

  add(uri: string): void {
    this.uris.delete(uri);
    this.uris.add(uri);
    this.publishNames();
  }

  delete(uri: string): void {
    if (this.uris.delete(uri)) this.publishNames();
  }

  has(uri: string): boolean {
    return this.uris.has(uri);
  }

  /** The config in the active editor. */
  get active(): string | undefined {
    const uri = window.activeTextEditor?.document.uri.toString();
    return uri !== undefined && this.uris.has(uri) ? uri : undefined;
  }

  /** A visible config, otherwise the one with the latest event. */
  get likeliest(): string | undefined {
    const seen = window.visibleTextEditors.map(({ document }) => document.uri.toString());
    return this.active ?? seen.find((uri) => this.uris.has(uri)) ?? [...this.uris].at(-1);
  }

  /** A window on another machine has other URIs for the same files, so the button compares names. */
  private publishNames(): void {
    const names = [...new Set([...this.uris].map(nameOf))].sort();
    const published = JSON.stringify(names);
    if (published === this.names) return;
    this.names = published;
    void commands.executeCommand('setContext', 'hotfixConfig.configNames', names);
  }
}

export function nameOf(uri: string | Uri): string {
  const path =
    typeof uri === 'string' ? decodeURIComponent(uri.replace(/^[\w+.-]+:|[?#].*/gs, '')) : uri.path;
  return path.slice(path.lastIndexOf('/') + 1);
}
