import { beforeEach, expect, it, vi } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };

const editor = vi.hoisted(() => ({ folders: [] as unknown[], provider: undefined as unknown }));

vi.mock('vscode', () => ({
  CancellationTokenSource: class {},
  CustomExecution: class {},
  EventEmitter: class {},
  Task: class {
    constructor(
      readonly definition: unknown,
      readonly scope: unknown,
    ) {}
  },
  TaskGroup: { Test: 'test' },
  tasks: {
    registerTaskProvider: (_: string, provider: unknown) => {
      editor.provider = provider;
    },
  },
  workspace: {
    get workspaceFolders() {
      return editor.folders;
    },
  },
}));
const { provideCheckTasks } = await import('../../client/src/check-task.ts');

interface Task {
  readonly definition: Readonly<Record<string, string>>;
  readonly scope: unknown;
}
interface Provider {
  provideTasks(): Task[];
  resolveTask(task: Partial<Task>): Task;
}

function providerFor(...paths: readonly string[]): Provider {
  editor.folders = paths.map((path) => ({ uri: { toString: () => `file://${path}` } }));
  provideCheckTasks(async () => {
    throw new Error('No task runs here.');
  });
  return editor.provider as Provider;
}

beforeEach(() => {
  editor.provider = undefined;
});

it('of each workspace folder checks its own folder', () => {
  const found = providerFor('/work/one/parts', '/work/two/parts', '/work/three').provideTasks();
  expect(found.map(({ scope }) => scope)).toEqual(editor.folders);
  // VS Code tells tasks apart by the properties of their definitions that the manifest declares.
  const [declared] = manifest.contributes.taskDefinitions;
  const keys = found.map(({ definition }) =>
    Object.keys(declared?.properties ?? {})
      .map((name) => definition[name])
      .join(),
  );
  expect(new Set(keys).size).toBe(3);
});

it('of the only workspace folder has the definition that users write', () => {
  const [task] = providerFor('/work/one').provideTasks();
  expect(task?.definition).toEqual({ type: 'hotfix-config' });
});

it('in the file of a workspace checks the folder that it names', () => {
  const provider = providerFor('/work/one', '/work/two');
  const definition = { type: 'hotfix-config', folder: 'file:///work/two' };
  expect(provider.resolveTask({ definition, scope: 2 }).scope).toBe(editor.folders[1]);
  expect(provider.resolveTask({ definition: { type: 'hotfix-config' }, scope: 2 }).scope).toBe(
    editor.folders[0],
  );
});
