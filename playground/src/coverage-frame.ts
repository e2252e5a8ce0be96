import { isMessage } from '../../coverage-view/src/messages.ts';
import { CoverageView } from '../../coverage-view/src/view.ts';

// A separate document, as in an editor: the view and the page share no style.
const root = document.getElementById('coverage');
if (!root) throw new Error('The page has no element "coverage" to show the picture in.');
const view = new CoverageView(root, {
  send: (intent) => parent.postMessage(intent, location.origin),
  load: () => null,
  save: () => {},
});
window.addEventListener('message', ({ data, source }: MessageEvent<unknown>) => {
  if (source === parent && isMessage(data)) view.receive(data);
});
