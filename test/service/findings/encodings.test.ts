import { expect, it } from 'vitest';
import { checkFile } from '../../../server/src/service/findings/checked-file.ts';
import { today } from '../../support/markers.ts';

const text = '{ "version": "202604.01.3" }';
const utf16 = (mark: string) => new Uint8Array(Buffer.from(mark + text, 'utf16le'));
const utf32 = new Uint8Array(
  Uint32Array.from(`\ufeff${text}`, (character) => character.charCodeAt(0)).buffer,
);

it.each([
  ['UTF-16 with a byte-order mark', utf16('\ufeff')],
  ['UTF-16 without one', utf16('')],
  ['UTF-16 of the other byte order', new Uint8Array(Buffer.from(utf16('\ufeff')).swap16())],
  ['UTF-32', utf32],
])('A config in another encoding has one finding: %s', (_, bytes) => {
  const { findings } = checkFile(bytes, { levels: {}, today });
  expect(findings.map(({ ruleId }) => ruleId)).toEqual(['json-syntax']);
});
