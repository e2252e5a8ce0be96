import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Workspace } from '../vscode/workspace.ts';
import { type Editor, type EditorOptions, openEditor } from './editor.ts';
import type { EditorWindow } from './window.ts';

export interface Session {
  readonly window: EditorWindow;
  readonly workspace: Workspace;
  /** The folder of the installed extension. */
  readonly extensions: string;
}

const startLimit = 500_000;

/**
 * One window with the packaged extension for all tests of a file, on a new folder. A failing test saves a picture of
 * the window, and its message has the path.
 */
export function useSession(options: EditorOptions): Session {
  let editor: Editor | undefined;
  let opened: EditorWindow | undefined;
  const started = () => {
    if (!editor || !opened) throw new Error('The window is not open yet: use the session inside of a test.');
    return { ...editor, window: opened };
  };
  beforeAll(async () => {
    editor = await openEditor(options);
    opened = await editor.newWindow();
  }, startLimit);
  beforeEach(({ onTestFailed }) => {
    onTestFailed(async ({ task }) => {
      const picture = await started().window.screenshot(`failed-${task.name}`);
      for (const error of task.result?.errors ?? []) error.message += `\nThe window at that time: ${picture}`;
    });
  });
  afterAll(() => editor?.close());
  return {
    get window() {
      return started().window;
    },
    get workspace() {
      return started().workspace;
    },
    get extensions() {
      return started().extensions;
    },
  };
}
