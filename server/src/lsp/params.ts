import { ErrorCodes, type Position, type Range, ResponseError } from 'vscode-languageserver';
import { isRecord } from '../service/record.ts';
import { isUri } from '../service/uri.ts';

/** The parameters of a request. A client may send anything, and the library does not validate it. */
export function documentIn(params: unknown): string {
  const document = isRecord(params) && isRecord(params['textDocument']) ? params['textDocument'] : {};
  if (typeof document['uri'] === 'string') return document['uri'];
  throw lacks('"textDocument" with its "uri"');
}

export function positionIn(params: unknown): Position {
  const position = isRecord(params) ? params['position'] : undefined;
  if (isPosition(position)) return position;
  throw lacks('"position" of "line" and "character"');
}

export function rangeIn(params: unknown): Range {
  const range = isRecord(params) ? params['range'] : undefined;
  if (isRange(range)) return range;
  throw lacks('"range" of "start" and "end"');
}

/** A string parameter of our own requests. */
export function textIn(params: unknown, name: string): string {
  const text = isRecord(params) ? params[name] : undefined;
  if (typeof text === 'string') return text;
  throw lacks(`"${name}" that is a text`);
}

/** A URI parameter of our own requests. */
export function uriIn(params: unknown, name: string): string {
  const uri = textIn(params, name);
  if (isUri(uri)) return uri;
  throw lacks(`"${name}" that is a URI: "${uri}"`);
}

export function noFolder(uri: string): ResponseError<void> {
  return lacks(`"folder" that exists: "${uri}"`);
}

export function isRange(range: unknown): range is Range {
  return isRecord(range) && isPosition(range['start']) && isPosition(range['end']);
}

function isPosition(position: unknown): position is Position {
  return isRecord(position) && [position['line'], position['character']].every(Number.isSafeInteger);
}

function lacks(part: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidParams, `The request has no ${part}.`);
}
