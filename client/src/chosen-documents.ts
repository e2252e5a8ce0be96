import { CancellationTokenSource } from 'vscode';
import { DidOpenTextDocumentNotification, type Middleware } from 'vscode-languageclient';

/** Tells when the server has chosen its documents, which takes the settings: until then it knows of none. */
export class ChosenDocuments {
  private resolve: () => void = () => {};
  readonly known = new Promise<void>((resolve) => {
    this.resolve = resolve;
  });

  readonly middleware: Pick<Middleware, 'handleRegisterCapability'> = {
    handleRegisterCapability: async (params, next) => {
      // The type wants a token, which nothing behind it looks at.
      await next(params, new CancellationTokenSource().token);
      const { method } = DidOpenTextDocumentNotification;
      if (params.registrations.some((registration) => registration.method === method)) this.resolve();
    },
  };
}
