import type { Connection } from 'vscode-languageserver';
import { decodeUtf8, Payload, type Readings } from '../model/index.ts';
import { type BaselineParams, baselineNotification } from '../protocol.ts';
import { analysisOf } from '../service/findings/checked-file.ts';
import type { GitRecords } from '../service/host.ts';
import { fromBase64 } from './base64.ts';
import { GitAnswers } from './git-answers.ts';

/** The config, or the payload of scripts, to compare with. */
export class Baseline {
  private lazyReadings: Readings | undefined;
  private lazyPayload: Payload | undefined;

  constructor(
    readonly revision: string,
    readonly content: Uint8Array,
  ) {}

  get readings(): Readings {
    this.lazyReadings ??= analysisOf(this.content).readings;
    return this.lazyReadings;
  }

  get payload(): Payload {
    this.lazyPayload ??= new Payload(decodeUtf8(this.content));
    return this.lazyPayload;
  }
}

/** Null where there is no file to compare with. */
type AtHead = Baseline | null;

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
      (uri) =>
        git()
          ?.atHead(uri)
          .then((content) => content && new Baseline('HEAD', content)),
      (a, b) => sameBytes(a?.content, b?.content),
      onChange,
    );
  }

  listen(connection: Connection): void {
    connection.onNotification(baselineNotification, ({ uri, baseline }: BaselineParams) => {
      if (baseline) this.sent.set(uri, new Baseline(baseline.revision, fromBase64(baseline.content)));
      else if (!this.sent.delete(uri)) return;
      this.onChange();
    });
  }

  of({ uri }: { readonly uri: string }): Baseline | undefined {
    return this.sent.get(uri) ?? this.atHead.of(uri) ?? undefined;
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

export function sameBytes(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a === b || (a?.length === b?.length && a?.every((byte, i) => byte === b?.[i]) === true);
}
