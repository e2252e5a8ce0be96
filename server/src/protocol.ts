import type { BasesCovered, NodeImage, PlainRange, TargetSteps } from './coverage-types.ts';

/** The messages between the server and a client that are not in the protocol itself. */

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
  /** Whether the server may run git, for tags and for baked versions at a revision. Default true. */
  readonly git?: boolean;
}

/**
 * Server to client, request: the bytes of a file, base64; null when there is none; that it is outside where a symbolic link
 * leads out of the folder that it must be in.
 */
export const readFileRequest = 'hotfix/readFile';
export interface ReadFileParams {
  readonly uri: string;
  /** The URI of that folder. */
  readonly within: string;
}
export type ReadFileResult = string | null | { readonly isOutside: true };

/** Server to client, request: the URIs of the files that match a glob. Needs `clientFiles` too. */
export const findFilesRequest = 'hotfix/findFiles';
export interface FindFilesParams {
  /** The URI of the folder that the glob is relative to. */
  readonly folder: string;
  readonly glob: string;
  /** The URI of a folder out of which symbolic links must not lead. */
  readonly within: string;
}
export type FindFilesResult = readonly string[];

/** Client to server, notification: the encoding a document was decoded from, by VS Code's name for it (`utf8bom`). */
export const encodingNotification = 'hotfix/encoding';
export interface EncodingParams {
  readonly uri: string;
  readonly encoding: string;
}

/**
 * Client to server, notification: what an open document was at a revision. From then on it is compared with that, and
 * with nothing where `baseline` is null.
 */
export const baselineNotification = 'hotfix/baseline';
export interface BaselineParams {
  readonly uri: string;
  readonly baseline: {
    /** As people call it, such as `HEAD`. */
    readonly revision: string;
    /** The bytes of the file, base64. */
    readonly content: string;
  } | null;
}

/** Client to server, request: the findings of all configs of a folder as they are on the disk. Reports work done progress. */
export const checkFolderRequest = 'hotfix/checkFolder';
export interface CheckFolderParams {
  /** The URI of the folder, without a slash at its end. */
  readonly folder: string;
  readonly workDoneToken?: string;
}
export interface CheckedFile {
  readonly uri: string;
  /** In the order of the text. */
  readonly findings: readonly {
    readonly start: PlainRange['start'];
    readonly level: 'error' | 'warning' | 'information' | 'hint';
    readonly ruleId: string;
    readonly message: string;
  }[];
}

/** Client to server, notification: `syntaxDiagnostics` has another value from now on. */
export const syntaxDiagnosticsNotification = 'hotfix/syntaxDiagnostics';
export interface SyntaxDiagnosticsParams {
  readonly enabled: boolean;
}

/** Client to server, notification: whether the server may run git from now on. */
export const gitNotification = 'hotfix/git';
export interface GitParams {
  readonly allowed: boolean;
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

/** Server to client, notification: a document that has a status is not a hotfix config any more. */
export const notConfigNotification = 'hotfix/notConfig';
export interface NotConfigParams {
  readonly uri: string;
}

export const saveAsUtf8Command = 'hotfixConfig.saveAsUtf8';

/** Client to server, request: what every known baked version would do under a document as it is now; null for others. */
export const coverageRequest = 'hotfix/coverage';
export interface CoverageParams {
  readonly uri: string;
  /** Whether to say what was different at the revision of `hotfix/baseline`. */
  readonly compare?: boolean;
}

export interface Coverage extends BasesCovered<PlainRange> {
  readonly uri: string;
  /** Of the document. */
  readonly version: number;
  readonly readable: boolean;
  /** The sentence of the status. */
  readonly summary: string;
  /** Why nodes cannot read the document, and where; null where they can. */
  readonly problem: CoverageProblem | null;
  /** What the document is compared with, such as `HEAD`; null where it is not compared. */
  readonly comparedWith: string | null;
}

export interface CoverageProblem {
  readonly message: string;
  readonly range: PlainRange;
}

/** Client to server, request: how a node baked with one version comes to what it does, step by step; null for others. */
export const nodeStepsRequest = 'hotfix/nodeSteps';
export interface NodeStepsParams {
  readonly uri: string;
  readonly baked: string;
}
export interface NodeSteps {
  readonly baked: string;
  /** What is on record about it. */
  readonly images: readonly NodeImage[];
  readonly binary: TargetSteps;
  readonly scripts: TargetSteps;
}
