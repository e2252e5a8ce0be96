/** What passes between the server and a client beyond the protocol's own messages; all that a client may import. */

/** Names of files that are hotfix configs wherever they are; globs, matched against the end of a path. */
export const configNames = [
  'aks-node-controller-hotfix.json',
  '*-hotfix.json',
  '*.hotfix.json',
  'hotfix.json',
  'hotfixes.json',
] as const;

/** The project settings for every editor and the command line. */
export const projectFileName = '.hotfixrc.json';

export interface InitializationOptions {
  /** Whether the server reports what any JSON support reports: syntax, comments, repeated keys. Default true. */
  readonly syntaxDiagnostics?: boolean;
  /** Prefix of the address of a rule's page; the id follows. Default: the file URI of the shipped pages. */
  readonly rulePages?: string;
  /** The client answers `hotfix/readFile` and `hotfix/findFiles`, so that files are read where the editor has them. Default false. */
  readonly clientFiles?: boolean;
  /** The client takes `hotfix/status` notifications. Default false. */
  readonly status?: boolean;
  /** The client carries out the command `hotfixConfig.saveAsUtf8` (argument: the document's URI). Default false. */
  readonly saveAsUtf8?: boolean;
}

/** Server to client, request: the bytes of a file, base64; null when there is none. */
export const readFileRequest = 'hotfix/readFile';
export interface ReadFileParams {
  readonly uri: string;
}
export type ReadFileResult = string | null;

/** Server to client, request: the URIs of the files that match a glob. Needs `clientFiles` too. */
export const findFilesRequest = 'hotfix/findFiles';
export interface FindFilesParams {
  /** The URI of the folder that the glob is relative to; the whole workspace where there is none. */
  readonly folder?: string;
  readonly glob: string;
}
export type FindFilesResult = readonly string[];

/** Client to server, notification: the encoding a document was decoded from, by VS Code's name for it (`utf8bom`). */
export const encodingNotification = 'hotfix/encoding';
export interface EncodingParams {
  readonly uri: string;
  readonly encoding: string;
}

/** Client to server, notification: `syntaxDiagnostics` has another value from now on. */
export const syntaxDiagnosticsNotification = 'hotfix/syntaxDiagnostics';
export interface SyntaxDiagnosticsParams {
  readonly enabled: boolean;
}

/** Server to client, notification: what nodes make of a document that is open. Sent for every version of it. */
export const statusNotification = 'hotfix/status';
export interface StatusParams {
  readonly uri: string;
  /** Whether a node can read the file, the encoding included. */
  readonly readable: boolean;
  /** A sentence: "Nodes can read this file; 2 of 3 entries apply." */
  readonly summary: string;
  /** What is wrong with the project settings that govern the document, or null. */
  readonly settingsProblem: string | null;
}

export const saveAsUtf8Command = 'hotfixConfig.saveAsUtf8';
