import { commands, EventEmitter, type ExtensionContext, type TextDocument, window, workspace } from 'vscode';
import type { Api } from './api.ts';
import { provideCheckTasks } from './check-task.ts';
import { restoreCoverage } from './coverage/restore.ts';
import { provideTool } from './language-model/tool.ts';
import { Recognition } from './recognition.ts';
import { provideRulePages } from './rule-pages.ts';
import type { Session } from './session.ts';

const sessionCommands = [
  'normalizeEntries',
  'previewCoverage',
  'compareCoverage',
  'explainBaked',
  'explainNodes',
  'restartServer',
  'showOutput',
] as const;

let loading: Promise<Session> | undefined;
let session: Session | undefined;

/** Looks at the names of documents until one is a hotfix config, and only then loads the rest of the extension. */
export function activateWith(context: ExtensionContext, load: () => Promise<Session>): Api {
  const recognition = new Recognition();
  const statusChanged = new EventEmitter<void>();
  const start = async () => {
    for (const listener of listeners) listener.dispose();
    session = await load();
    context.subscriptions.push(session.onDidChangeStatus(() => statusChanged.fire()));
    statusChanged.fire();
    return session;
  };
  const consider = async (document: TextDocument) => {
    if (!loading && (await recognition.counts(document))) loading ??= start();
  };
  const considerAll = async () => {
    await Promise.all(workspace.textDocuments.map(consider));
    return loading;
  };
  const listeners = [
    workspace.onDidOpenTextDocument(consider),
    ...recognition.onDidChange(() => void considerAll()),
  ];
  for (const command of sessionCommands) {
    const run = async () => {
      const running = await considerAll();
      if (running) await running[command]();
      else void window.showInformationMessage('No hotfix config is open. Open one first.');
    };
    context.subscriptions.push(commands.registerCommand(`hotfixConfig.${command}`, run));
  }
  context.subscriptions.push(
    ...listeners,
    statusChanged,
    provideRulePages(context.extensionUri),
    restoreCoverage(considerAll),
    provideCheckTasks(() => (loading ??= start())),
    provideTool(() => (loading ??= start())),
  );
  void considerAll();
  return {
    get started() {
      return loading !== undefined;
    },
    get status() {
      return session?.shownStatus;
    },
    onDidChangeStatus: statusChanged.event,
  };
}

export async function deactivate(): Promise<void> {
  await (await loading)?.stop();
}
