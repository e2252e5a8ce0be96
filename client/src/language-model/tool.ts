import { Disposable, LanguageModelTextPart, LanguageModelToolResult, lm } from 'vscode';
import type { Session } from '../session.ts';
import type { ToolInput } from './tool-input.ts';

/** Provides the tool for language models. Loaded early, so it imports nothing of the session. */
export function provideTool(load: () => Promise<Session>): Disposable {
  // Editors without chat do not have this API.
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
