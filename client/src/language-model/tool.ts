import { Disposable, LanguageModelTextPart, LanguageModelToolResult, lm } from 'vscode';
import type { Session } from '../session.ts';
import type { ToolInput } from './tool-input.ts';

/** Lets language models ask what a config does. Loaded early, so it needs nothing of the rest. */
export function provideTool(load: () => Promise<Session>): Disposable {
  // An editor that was built without chat has none of this.
  if (typeof lm?.registerTool !== 'function') return new Disposable(() => {});
  return lm.registerTool<ToolInput>('hotfixConfig_explain', {
    prepareInvocation: () => ({ invocationMessage: 'Reading what nodes do with the hotfix config' }),
    invoke: async ({ input }, token) => {
      const session = await load();
      const text = await session.explainToModel(input, token);
      return new LanguageModelToolResult([new LanguageModelTextPart(text)]);
    },
  });
}
