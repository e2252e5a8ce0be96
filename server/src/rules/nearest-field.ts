import { distance } from 'fastest-levenshtein';
import { type FieldName, fieldNames } from '../model/index.ts';

/** The field whose name differs by at most two letters, apart from the spelling of compounds (`scriptsVersion`). */
export function nearestField(key: string): FieldName | undefined {
  const plain = key.toLowerCase().replace(/[^a-z]/g, '');
  return fieldNames.find((name) => distance(plain, name.replace('_', '')) <= 2);
}
