import { distance } from 'fastest-levenshtein';
import { type FieldName, fieldNames } from '../model/index.ts';

/** The field that a name misses by two letters at most, spelling of compounds (`scriptsVersion`) aside. */
export function nearestField(key: string): FieldName | undefined {
  const plain = key.toLowerCase().replace(/[^a-z]/g, '');
  return fieldNames.find((name) => distance(plain, name.replace('_', '')) <= 2);
}
