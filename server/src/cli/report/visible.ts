/** A terminal must not take what is in a file, or its name, for commands. */
export function visible(text: string): string {
  return text.replace(/[^\P{C}\t]/gu, '\ufffd');
}
