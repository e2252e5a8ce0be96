import { setText } from '../../coverage-view/src/elements.ts';
import { byId } from './page.ts';

export function tellNoServer(): void {
  const notice = byId('notice', HTMLElement);
  setText(
    notice,
    'The checks have stopped: load this page again. From a file of this machine they cannot start, as browsers have it; open the page from a web server.',
  );
  notice.hidden = false;
}
