import {
  commands,
  Disposable,
  EventEmitter,
  LanguageStatusSeverity,
  languages,
  StatusBarAlignment,
  type TextDocument,
  ThemeColor,
  window,
} from 'vscode';
import { State } from 'vscode-languageclient';
import type { StatusParams } from '../../server/src/protocol.ts';
import type { ShownStatus } from './api.ts';
import { plain } from './pick-or-type.ts';
import { configFilters } from './recognition.ts';

const { Error: error, Information: information, Warning: warning } = LanguageStatusSeverity;

/** Shows whether nodes can read the config in the active editor and how many entries apply. */
export class StatusItem implements Disposable {
  private readonly item = languages.createLanguageStatusItem('hotfixConfig.status', []);
  /** For a config that no node can read: the other item is only an icon. */
  private readonly alarm = window.createStatusBarItem('hotfixConfig.unreadable', StatusBarAlignment.Left);
  private readonly byUri = new Map<string, StatusParams>();
  private readonly subscription: Disposable;
  private server = State.Starting;
  private canNormalize: boolean | undefined;
  private readonly changed = new EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  /** The current text; undefined if it is hidden. */
  shown: ShownStatus | undefined;

  constructor() {
    this.item.name = 'Hotfix Config';
    this.alarm.name = 'Hotfix Config: unreadable file';
    this.alarm.backgroundColor = new ThemeColor('statusBarItem.errorBackground');
    this.alarm.tooltip = 'Go to the next problem';
    this.alarm.command = 'editor.action.marker.next';
    this.subscription = Disposable.from(
      this.item,
      this.alarm,
      this.changed,
      window.onDidChangeActiveTextEditor(() => this.show()),
    );
    this.show();
  }

  set(status: StatusParams): void {
    this.byUri.set(status.uri, status);
    this.show();
  }

  /** Resolves when the server knows a document as a config. */
  known(uri: string): Promise<void> {
    if (this.byUri.has(uri)) return Promise.resolve();
    return new Promise((resolve) => {
      const listening = this.onDidChange(() => {
        if (!this.byUri.has(uri)) return;
        listening.dispose();
        resolve();
      });
    });
  }

  /** The document was closed, or it is not a hotfix config any more. */
  forget(uri: string): void {
    this.byUri.delete(uri);
    this.show();
  }

  setServer(state: State): void {
    this.server = state;
    this.show();
  }

  dispose(): void {
    this.subscription.dispose();
  }

  private show(): void {
    const document = window.activeTextEditor?.document;
    const status = document && this.byUri.get(document.uri.toString());
    const concerned = document && (status || languages.match(configFilters, document) > 0);
    this.shown = concerned ? describe(this.server, status) : undefined;
    this.item.selector = concerned ? filterFor(document) : [];
    const { text = '', detail = '', severity = information, busy = false, command } = this.shown ?? {};
    Object.assign(this.item, { text, detail, severity, busy, command });
    this.alarm.text = `$(error) ${plain(text)}`;
    if (status && !status.readable && this.server === State.Running) this.alarm.show();
    else this.alarm.hide();
    this.changed.fire();
    this.offerNormalize(status !== undefined);
  }

  private offerNormalize(possible: boolean): void {
    if (this.canNormalize === possible) return;
    this.canNormalize = possible;
    void commands.executeCommand('setContext', 'hotfixConfig.configActive', possible);
  }
}

function describe(server: State, status: StatusParams | undefined): ShownStatus {
  const waiting = { severity: information, busy: true };
  switch (server) {
    case State.Starting:
      return { text: 'The language server is starting', ...waiting };
    case State.Running:
      return status ? describeConfig(status) : { text: 'Reading the config', ...waiting };
    default:
      return {
        text: 'The language server stopped. Findings are missing.',
        severity: error,
        command: { title: 'Restart Server', command: 'hotfixConfig.restartServer' },
      };
  }
}

function describeConfig({ readable, summary, settingsProblem }: StatusParams): ShownStatus {
  if (!readable) return { text: summary, severity: error };
  if (settingsProblem !== null) return { text: summary, detail: settingsProblem, severity: warning };
  return { text: summary, severity: information };
}

/** The item is about one document at a time. Another visible editor must not show it. */
function filterFor({ uri }: TextDocument) {
  // A folder name can contain glob characters. Match any character instead of those.
  const pattern = /[*?[\]{}]/.test(uri.fsPath)
    ? uri.fsPath.replaceAll('\\', '/').replace(/[*?[\]{}]/g, '?')
    : uri.fsPath;
  return { scheme: uri.scheme, pattern };
}
