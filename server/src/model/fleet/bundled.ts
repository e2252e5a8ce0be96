import { FleetRecord } from './record.ts';

let loading: Promise<FleetRecord> | undefined;

/** The bundled record. It is parsed on first use. */
export function bundledRecord(): Promise<FleetRecord> {
  loading ??= import('./bundled-record.json').then(({ default: data }) => new FleetRecord(data));
  return loading;
}
