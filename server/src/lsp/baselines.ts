import type { Connection } from 'vscode-languageserver';
import type { Readings } from '../model/index.ts';
import { type BaselineParams, baselineNotification } from '../protocol.ts';
import { analysisOf } from '../service/findings/checked-file.ts';
import type { GitRecords } from '../service/host.ts';
import { fromBase64 } from './base64.ts';
import { GitAnswers } from './git-answers.ts';

/** The config to compare with. */
export interface Baseline {
  readonly revision: string;
  readonly readings: Readings;
}

/** Null where there is no file to compare with. */
type AtHead = { readonly content: Uint8Array; readonly baseline: Baseline } | null;

/** What open documents are compared with: what the client sends, otherwise what git has at HEAD. */
export class Baselines {
  private readonly sent = new Map<string, Baseline>();
  private readonly atHead: GitAnswers<AtHead>;

  constructor(
    /** Undefined where git may not be asked, or where the client does that. */
    git: () => GitRecords | undefined,
    private readonly onChange: () => void,
  ) {
    this.atHead = new GitAnswers(
      (uri) => git()?.atHead(uri).then(decoded),
      (a, b) => isSame(a?.content, b?.content),
      onChange,
    );
  }

  listen(connection: Connection): void {
    connection.onNotification(baselineNotification, ({ uri, baseline }: BaselineParams) => {
      if (baseline) this.sent.set(uri, baselineOf(baseline.revision, fromBase64(baseline.content)));
      else if (!this.sent.delete(uri)) return;
      this.onChange();
    });
  }

  of({ uri }: { readonly uri: string }): Baseline | undefined {
    return this.sent.get(uri) ?? this.atHead.of(uri)?.baseline;
  }

  /** Call when HEAD may have moved. */
  expire(): void {
    this.atHead.expire();
  }

  forget(uri: string): void {
    this.sent.delete(uri);
    this.atHead.forget(uri);
  }
}

function decoded(content: Uint8Array | null): AtHead {
  return content && { content, baseline: baselineOf('HEAD', content) };
}

function baselineOf(revision: string, content: Uint8Array): Baseline {
  return { revision, readings: analysisOf(content).readings };
}

function isSame(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a === b || (a?.length === b?.length && a?.every((byte, i) => byte === b?.[i]) === true);
}
