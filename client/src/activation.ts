import {
  commands,
  type Disposable,
  EventEmitter,
  type ExtensionContext,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import type { Api } from './api.ts';
import { provideCheckTasks } from './check-task.ts';
import { restoreCoverage } from './coverage/restore.ts';
import { provideTool } from './language-model/tool.ts';
import { Recognition } from './recognition.ts';
import { provideRulePages } from './rule-pages.ts';
import type { Session } from './session.ts';

const sessionCommands = [
  'addHotfix',
  'normalizeEntries',
  'previewCoverage',
  'compareCoverage',
  'explainBaked',
  'explainNodes',
  'openInPlayground',
  'restartServer',
  'showOutput',
] as const;

let starter: Starter | undefined;

/** Looks at the names of documents until one is a hotfix config, and only then loads the rest of the extension. */
class Starter {
  readonly statusChanged = new EventEmitter<void>();
  loading: Promise<Session> | undefined;
  session: Session | undefined;
  private readonly recognition = new Recognition();
  private readonly listeners: readonly Disposable[];

  constructor(
    private readonly context: ExtensionContext,
    private readonly load: () => Promise<Session>,
  ) {
    this.listeners = [
      workspace.onDidOpenTextDocument((document) => this.consider(document)),
      workspace.onDidSaveTextDocument((document) => this.consider(document)),
      ...this.recognition.onDidChange(() => void this.considerAll()),
    ];
    context.subscriptions.push(...this.listeners, this.statusChanged);
  }

  readonly start = (): Promise<Session> => (this.loading ??= this.loadSession());

  /** The session, if a document that is open is a config. */
  readonly considerAll = async (): Promise<Session | undefined> => {
    await Promise.all(workspace.textDocuments.map((document) => this.consider(document)));
    return this.loading;
  };

  private async consider(document: TextDocument): Promise<void> {
    if (!this.loading && (await this.recognition.counts(document))) void this.start();
  }

  private async loadSession(): Promise<Session> {
    for (const listener of this.listeners) listener.dispose();
    this.session = await this.load();
    this.context.subscriptions.push(this.session.onDidChangeStatus(() => this.statusChanged.fire()));
    this.statusChanged.fire();
    return this.session;
  }
}

export function activateWith(context: ExtensionContext, load: () => Promise<Session>): Api {
  const started = new Starter(context, load);
  starter = started;
  const { start, considerAll, statusChanged } = started;
  context.subscriptions.push(
    ...sessionCommands.map((name) => provideCommand(name, considerAll)),
    commands.registerCommand('hotfixConfig.openSample', async () => (await start()).openSample()),
    commands.registerCommand('hotfixConfig.newConfig', async () => (await start()).newConfig()),
    provideRulePages(context.extensionUri),
    restoreCoverage(considerAll),
    provideCheckTasks(start),
    provideTool(start),
  );
  void considerAll();
  return {
    get started() {
      return started.loading !== undefined;
    },
    get status() {
      return started.session?.shownStatus;
    },
    onDidChangeStatus: statusChanged.event,
  };
}

function provideCommand(
  name: (typeof sessionCommands)[number],
  running: () => Promise<Session | undefined>,
): Disposable {
  return commands.registerCommand(`hotfixConfig.${name}`, async () => {
    const session = await running();
    if (session) await session[name]();
    else void window.showInformationMessage('No hotfix config is open. Open one first.');
  });
}

export async function deactivate(): Promise<void> {
  await (await starter?.loading)?.stop();
}
