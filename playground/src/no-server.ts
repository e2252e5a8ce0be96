import { setText } from '../../coverage-view/src/elements.ts';
import { byId } from './page.ts';

export function showNoServer(): void {
  const notice = byId('notice', HTMLElement);
  setText(
    notice,
    'The checks stopped. Reload this page. Browsers do not start them from a local file, so open the page from a web server.',
  );
  notice.hidden = false;
}
