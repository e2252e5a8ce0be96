import { isMessage } from './messages.ts';
import { CoverageView } from './view.ts';

/** The API of an editor for the page of a webview. */
declare function acquireVsCodeApi(): {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
};

const root = document.getElementById('coverage');
if (!root) throw new Error('The page has no element "coverage" to show the picture in.');
const editor = acquireVsCodeApi();
const view = new CoverageView(root, {
  send: (intent) => editor.postMessage(intent),
  load: () => editor.getState(),
  save: (state) => editor.setState(state),
  canServe: true,
});
window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (isMessage(data)) view.receive(data);
});
