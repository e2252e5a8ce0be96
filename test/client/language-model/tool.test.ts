import { describe, expect, it, vi } from 'vitest';

/** The part of an editor's API that is used. */
const editor = vi.hoisted(() => ({
  Disposable: class {
    dispose() {}
  },
  lm: undefined as object | undefined,
}));
vi.mock('vscode', () => editor);

const { provideTool } = await import('../../../client/src/language-model/tool.ts');

describe('an editor without language models', () => {
  it.each([undefined, {}])('whose "lm" is %j gets no tool, and nothing is loaded', (lm) => {
    editor.lm = lm;
    const load = vi.fn();
    expect(() => provideTool(load).dispose()).not.toThrow();
    expect(load).not.toHaveBeenCalled();
  });
});
