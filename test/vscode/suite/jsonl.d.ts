/** Bundled as the text that it is. */
declare module '*.jsonl' {
  const text: string;
  export default text;
}
