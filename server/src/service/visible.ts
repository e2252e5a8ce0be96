/** A terminal must not run the content or the name of a file as commands. */
export function visible(text: string): string {
  return text.replace(/[^\P{C}\t]/gu, '\ufffd');
}
