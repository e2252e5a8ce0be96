import { FleetRecord } from './record.ts';

let loading: Promise<FleetRecord> | undefined;

/** The record that is part of this tool; read when it is first asked for. */
export function bundledRecord(): Promise<FleetRecord> {
  loading ??= import('./bundled-record.json').then(({ default: data }) => new FleetRecord(data));
  return loading;
}
