import type { BasesCovered, LineRange, NodeImage, TargetSteps } from './coverage-types.ts';

/** The messages between the server and a client that are not in the protocol itself. */

export interface InitializationOptions {
  /** Whether the server reports what any JSON support reports: syntax errors, comments, repeated keys. Default true. */
  readonly syntaxDiagnostics?: boolean;
  /** The prefix of the address of a rule page. The rule id is appended. Default: the file URI of the shipped pages. */
  readonly rulePages?: string;
  /**
   * The client answers `hotfix/readFile` and `hotfix/findFiles`, so that files are read as the editor sees them.
   * Default false.
   */
  readonly clientFiles?: boolean;
  /** The client handles `hotfix/status` notifications. Default false. */
  readonly status?: boolean;
  /** The client runs the command `hotfixConfig.saveAsUtf8` (arguments: the document's URI, and true to
   * wait for the next save). Default false. */
  readonly saveAsUtf8?: boolean;
  /**
   * The client runs the command `hotfixConfig.showCoverage` (arguments: the document's URI, and whether to compare it with
   * the baseline). Default false: a code lens has no command.
   */
  readonly showCoverage?: boolean;
  /**
   * The client runs the commands `hotfixConfig.showRule` (argument: a rule id) and `hotfixConfig.changeLevel` (arguments: the
   * document's URI, a rule id and its level), which sends `hotfix/changeLevel`. Default false: no code action offers them.
   */
  readonly explainsRules?: boolean;
  /** The client sends `hotfix/baseline`. Default false: the server asks git for the file at HEAD. */
  readonly baselines?: boolean;
  /**
   * The address of `manifests.js`, for a server in a browser: it cannot find the file by itself. Default: it does not look into
   * manifests.
   */
  readonly manifestReader?: string;
  /** Whether the server may run git, for the file at HEAD, tags, and baked versions at a revision. Default true. */
  readonly git?: boolean;
}

/**
 * Server to client, request: the bytes of a file in base64; null if it does not exist; `isOutside` if a symbolic link
 * leads out of the folder `within`.
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
  /** The URI of a folder that symbolic links must not leave. */
  readonly within: string;
}
export type FindFilesResult = readonly string[];

/**
 * Client to server, notification: a document is a manifest that can have a config in a ConfigMap. Needed if the server chooses
 * its documents: it does not ask for all YAML files.
 */
export const manifestNotification = 'hotfix/manifest';
export interface ManifestParams {
  readonly uri: string;
}

/**
 * Client to server, notification: the encoding that a document was decoded from, by VS Code's name for it
 * (`utf8bom`).
 */
export const encodingNotification = 'hotfix/encoding';
export interface EncodingParams {
  readonly uri: string;
  readonly encoding: string;
}

/**
 * Client to server, notification: the content of an open document at a revision. The document is then compared with
 * it, or with nothing if `baseline` is null.
 */
export const baselineNotification = 'hotfix/baseline';
export interface BaselineParams {
  readonly uri: string;
  readonly baseline: RevisionContent | null;
}

export interface RevisionContent {
  /** The name for the user, such as `HEAD`. */
  readonly revision: string;
  /** The bytes of the file in base64. */
  readonly content: string;
}

/** Client to server, request: checks all configs in a folder, as saved on disk. Reports work done progress. */
export const checkFolderRequest = 'hotfix/checkFolder';
export interface CheckFolderParams {
  /** The URI of the folder, without a trailing slash. */
  readonly folder: string;
  readonly workDoneToken?: string;
}
export interface CheckedFolder {
  /** What `hotfix-config check` prints in that folder. */
  readonly text: string;
  readonly hasErrors: boolean;
}

/** Client to server, notification: the new value of `syntaxDiagnostics`. */
export const syntaxDiagnosticsNotification = 'hotfix/syntaxDiagnostics';
export interface SyntaxDiagnosticsParams {
  readonly enabled: boolean;
}

/** Client to server, notification: whether the server may run git from now on. */
export const gitNotification = 'hotfix/git';
export interface GitParams {
  readonly allowed: boolean;
}

/** Server to client, notification: what nodes do with an open document. Sent for each version of it. */
export const statusNotification = 'hotfix/status';
export interface StatusParams {
  readonly uri: string;
  /** Whether a node can read the file, including its encoding. */
  readonly readable: boolean;
  /** A sentence: "Nodes can read this file; 2 of 3 entries apply." */
  readonly summary: string;
  /** The problem in the project settings of the document, or null. */
  readonly settingsProblem: string | null;
}

/** Server to client, notification: a document with a status is no longer a hotfix config. */
export const notConfigNotification = 'hotfix/notConfig';
export interface NotConfigParams {
  readonly uri: string;
}

/** The kind of the code action that applies all safe fixes. */
export const fixAllKind = 'source.fixAll.hotfix';

export const saveAsUtf8Command = 'hotfixConfig.saveAsUtf8';

export const showCoverageCommand = 'hotfixConfig.showCoverage';

export const showRuleCommand = 'hotfixConfig.showRule';

export const changeLevelCommand = 'hotfixConfig.changeLevel';

/** Client to server, request: the edit that sets the level of a rule in the project file of a document; null if it cannot. */
export const changeLevelRequest = 'hotfix/changeLevel';
export interface ChangeLevelParams {
  readonly uri: string;
  readonly rule: string;
  readonly level: string;
}

/**
 * Client to server, request: what every known baked version would do with the current text of a document; null if it
 * is not a config.
 */
export const coverageRequest = 'hotfix/coverage';
export interface CoverageParams {
  readonly uri: string;
  /** Whether to report differences from the baseline of the document, or from another content of it. */
  readonly compare?: boolean | RevisionContent | undefined;
  /** What the live-patching service serves to nodes that ask it. */
  readonly served?: string | undefined;
}

export interface Coverage extends BasesCovered<LineRange> {
  readonly uri: string;
  /** The version of the document. */
  readonly version: number;
  readonly readable: boolean;
  /** The sentence of the status. */
  readonly summary: string;
  /** Why nodes cannot read the document, and where; null if they can. */
  readonly problem: CoverageProblem | null;
  /** The entries and fields that upgrade no node, in the order of the text; none if nodes cannot read the document. */
  readonly voidEntries: readonly LineRange[];
  /** The name of the baseline, such as `HEAD`; null if there is no comparison. */
  readonly comparedWith: string | null;
  /** What the served map does to the file, in a sentence; null without one. */
  readonly served: string | null;
}

export interface CoverageProblem {
  readonly message: string;
  readonly range: LineRange;
}

/**
 * Client to server, request: the steps by which a node of one baked version decides; null if the document is not a
 * config.
 */
export const nodeStepsRequest = 'hotfix/nodeSteps';
export interface NodeStepsParams {
  readonly uri: string;
  readonly baked: string;
  readonly served?: string | undefined;
}
export interface NodeSteps {
  readonly baked: string;
  /** The images on record. */
  readonly images: readonly NodeImage[];
  readonly binary: TargetSteps;
  readonly scripts: TargetSteps;
}

/** Client to server, request: what nodes of a list do with a document; null for others. */
export const explainNodesRequest = 'hotfix/explainNodes';
export interface ExplainNodesParams {
  readonly uri: string;
  /** The output of `kubectl get nodes -o json`, or a node image name or baked version per line. */
  readonly nodes: string;
}
/** Plain text, or why the list cannot be read. */
export type ExplainNodesResult = { readonly text: string } | { readonly problem: string };

/** Client to server, request: the bases inside the support window, newest first; null if the document is not a config. */
export const candidatesRequest = 'hotfix/candidates';
export interface CandidatesParams {
  readonly uri: string;
}
export interface CandidateBase {
  readonly base: string;
  /** The version of a new hotfix. */
  readonly next: string;
  /** How many images are on record. */
  readonly images: number;
  /** YYYY-MM-DD. */
  readonly supportedUntil: string;
  /** Why no entry can be added for it, or null. */
  readonly why: string | null;
}

/** Client to server, request: the edit that adds an entry for each base, in order; null if the document is not a config. */
export const addHotfixesRequest = 'hotfix/addHotfixes';
export interface AddHotfixesParams {
  readonly uri: string;
  readonly bases: readonly string[];
}
/** An edit of the protocol with the versions that it adds, or why it is not possible. */
export type AddHotfixesResult =
  | { readonly edit: object; readonly added: readonly string[] }
  | { readonly problem: string };
