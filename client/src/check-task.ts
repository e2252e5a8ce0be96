import {
  CancellationTokenSource,
  CustomExecution,
  type Disposable,
  EventEmitter,
  type Pseudoterminal,
  Task,
  type TaskDefinition,
  TaskGroup,
  tasks,
  type WorkspaceFolder,
  workspace,
} from 'vscode';
import { messageOf } from './message-of.ts';
import type { Session } from './session.ts';

const taskType = 'hotfix-config';

/**
 * Provides the task that checks all configs in a workspace folder. Loaded early, so it imports nothing of the
 * session.
 */
export function provideCheckTasks(load: () => Promise<Session>): Disposable {
  const make = (folder: WorkspaceFolder, definition: TaskDefinition = { type: taskType }) => {
    const execution = new CustomExecution(async () => new CheckTerminal(folder, load));
    const task = new Task(definition, folder, 'check', taskType, execution, '$hotfix-config');
    task.group = TaskGroup.Test;
    task.detail = 'Checks all hotfix configs in the folder';
    return task;
  };
  return tasks.registerTaskProvider(taskType, {
    provideTasks: () => {
      const folders = workspace.workspaceFolders ?? [];
      return folders.map((folder) => make(folder, folders.length > 1 ? definitionFor(folder) : undefined));
    },
    resolveTask: ({ definition, scope }) => {
      const [first, ...others] = workspace.workspaceFolders ?? [];
      const named = others.find(({ uri }) => uri.toString() === definition['folder']);
      const folder = typeof scope === 'object' ? scope : (named ?? first);
      return folder && make(folder, definition);
    },
  });
}

/** VS Code starts the execution that it got last for a definition, so those of several folders must differ. */
function definitionFor({ uri }: WorkspaceFolder): TaskDefinition {
  return { type: taskType, folder: uri.toString() };
}

/** In milliseconds. VS Code reports a task that fails sooner as one that failed to launch. */
const launchTime = 2000;

/** Prints what the command line would print, and ends with its exit status. */
class CheckTerminal implements Pseudoterminal {
  private readonly written = new EventEmitter<string>();
  private readonly ended = new EventEmitter<number>();
  private readonly cancellation = new CancellationTokenSource();
  readonly onDidWrite = this.written.event;
  readonly onDidClose = this.ended.event;

  constructor(
    private readonly folder: WorkspaceFolder,
    private readonly load: () => Promise<Session>,
  ) {}

  open(): void {
    void this.run();
  }

  close(): void {
    this.cancellation.cancel();
  }

  private async run(): Promise<void> {
    const launched = new Promise((resolve) => setTimeout(resolve, launchTime));
    try {
      const session = await this.load();
      const { text, hasErrors } = await session.checkFolder(this.folder, this.cancellation.token);
      this.written.fire(text.replaceAll('\n', '\r\n'));
      if (hasErrors) await launched;
      this.ended.fire(hasErrors ? 1 : 0);
    } catch (error) {
      this.written.fire(`Check failed: ${messageOf(error)}\r\n`);
      await launched;
      this.ended.fire(3);
    }
  }
}
