import { type Connection, DidChangeWatchedFilesNotification, WatchKind } from 'vscode-languageserver';
import { payloadPath, projectFileName } from '../names.ts';

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
