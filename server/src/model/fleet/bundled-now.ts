import data from './bundled-record.json';
import { FleetRecord } from './record.ts';

let record: FleetRecord | undefined;

/** The record that is part of this tool, for an API that does not wait. In its own file, because others load it late. */
export function bundledRecordNow(): FleetRecord {
  record ??= new FleetRecord(data);
  return record;
}
