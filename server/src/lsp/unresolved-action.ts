import { isRecord } from '../service/record.ts';
import { isUri } from '../service/uri.ts';

/** The data to resolve an action later, for the same version of the document. */
export interface Unresolved {
  readonly uri: string;
  readonly version: number;
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  /** The index among actions with the same kind and title. */
  readonly index: number;
}

export const notOurs = 'Invalid "data" of the action: not sent by this server. Request the actions again.';

/** A client may send back anything. */
export function isUnresolved(data: unknown): data is Unresolved {
  return (
    isRecord(data) &&
    isUri(data['uri']) &&
    typeof data['kind'] === 'string' &&
    [data['version'], data['start'], data['end'], data['index']].every(Number.isSafeInteger)
  );
}
