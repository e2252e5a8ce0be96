import { type Connection, DidChangeWatchedFilesNotification, WatchKind } from 'vscode-languageserver';
import { payloadPath, projectFileName } from '../names.ts';
import { isRecord } from '../service/record.ts';
import { isUri } from '../service/uri.ts';

/** A few fixed patterns. Paths from settings are not passed to the client, which must not watch much. */
export function watchFiles(connection: Connection): Promise<unknown> {
  const watchers = [
    { globPattern: `**/${projectFileName}` },
    { globPattern: '**/*.json', kind: WatchKind.Change },
    { globPattern: `**/${payloadPath}`, kind: WatchKind.Change },
    { globPattern: '**', kind: WatchKind.Create | WatchKind.Delete },
  ];
  return connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
}

/** The URIs in the changes that a client reports. */
export function changedUris(changes: unknown): string[] {
  return (Array.isArray(changes) ? changes : []).flatMap((change) =>
    isRecord(change) && isUri(change['uri']) ? [change['uri']] : [],
  );
}
