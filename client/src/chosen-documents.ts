import { CancellationTokenSource } from 'vscode';
import { DidOpenTextDocumentNotification, type Middleware } from 'vscode-languageclient';

/**
 * Resolves when the server has registered its documents. It needs the settings for that, and knows no documents
 * before.
 */
export class ChosenDocuments {
  private resolve: () => void = () => {};
  readonly known = new Promise<void>((resolve) => {
    this.resolve = resolve;
  });

  readonly middleware: Pick<Middleware, 'handleRegisterCapability'> = {
    handleRegisterCapability: async (params, next) => {
      // The type requires a token, which is not used.
      await next(params, new CancellationTokenSource().token);
      const { method } = DidOpenTextDocumentNotification;
      if (params.registrations.some((registration) => registration.method === method)) this.resolve();
    },
  };
}
