import type { Connection } from 'vscode-languageserver';
import type { Readings } from '../model/index.ts';
import { type BaselineParams, baselineNotification } from '../protocol.ts';
import { analysisOf } from '../service/findings/checked-file.ts';
import { fromBase64 } from './base64.ts';

/** The config to compare a document with. */
export interface Baseline {
  readonly revision: string;
  readonly readings: Readings;
}

/** Baselines of open documents, sent by the client. */
export class Baselines {
  private readonly byUri = new Map<string, Baseline>();

  listen(connection: Connection, onChange: () => void): void {
    connection.onNotification(baselineNotification, ({ uri, baseline }: BaselineParams) => {
      if (baseline) {
        const { readings } = analysisOf(fromBase64(baseline.content));
        this.byUri.set(uri, { revision: baseline.revision, readings });
      } else if (!this.byUri.delete(uri)) return;
      onChange();
    });
  }

  of({ uri }: { readonly uri: string }): Baseline | undefined {
    return this.byUri.get(uri);
  }

  forget(uri: string): void {
    this.byUri.delete(uri);
  }
}
