import { eastAsianWidth } from 'get-east-asian-width';

/** Made when it is needed: that takes as long as the check of a file, and most texts are ASCII. */
let graphemes: Intl.Segmenter | undefined;

/** The width of a text in columns of a terminal: wide characters take two, and characters that combine with the one before take none. */
export function columnsOf(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  graphemes ??= new Intl.Segmenter();
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += eastAsianWidth(segment.codePointAt(0) ?? 0);
  return width;
}
