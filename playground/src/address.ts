import { setText } from '../../coverage-view/src/elements.ts';
import { byId } from './page.ts';
import { type Broken, fromFragment, type Shared, toFragment } from './share.ts';

const complaints: Readonly<Record<Broken, string>> = {
  unreadable:
    'The config in this link cannot be read. The part after "#" was cut off, changed, or made by another version of this page. Ask for the link again, or paste the config.',
  'too-large':
    'The config in this link is larger than 8 MB, so it is not loaded. Paste the part that matters.',
};

/** Some programs cut long links. */
const longLink = 8000;

/** The config in the address of the page: after "#", which browsers do not send. */
export class Address {
  private readonly notice = byId('notice', HTMLElement);
  private readonly said = byId('said', HTMLElement);
  private isLoading = false;

  constructor(
    private readonly shared: () => Shared,
    private readonly load: (shared: Shared) => void,
  ) {
    byId('share', HTMLButtonElement).addEventListener('click', () => void this.share());
    window.addEventListener('hashchange', () => void this.read());
  }

  /** Whether there was a config in the address. A broken one is reported. */
  async read(): Promise<boolean> {
    const fragment = location.hash.slice(1);
    if (fragment === '') return false;
    const shared = await fromFragment(fragment);
    const isBroken = typeof shared === 'string';
    this.complain(isBroken ? complaints[shared] : '');
    if (isBroken) return false;
    this.isLoading = true;
    this.load(shared);
    this.isLoading = false;
    return true;
  }

  /** Clears the address, because the text has changed. */
  forget(): void {
    if (this.isLoading) return;
    this.say('');
    this.complain('');
    if (location.hash !== '') history.replaceState(null, '', location.pathname + location.search);
  }

  private async share(): Promise<void> {
    history.replaceState(null, '', `#${await toFragment(this.shared())}`);
    const { href } = location;
    const length =
      href.length > longLink
        ? ` It has ${href.length} characters, and some programs cut long links off.`
        : '';
    try {
      await navigator.clipboard.writeText(href);
      this.say(`Link copied.${length}`);
    } catch {
      // Some browsers do not allow this for every page.
      this.say(`Copy the link from the address bar.${length}`);
    }
  }

  private say(text: string): void {
    setText(this.said, text);
  }

  private complain(text: string): void {
    setText(this.notice, text);
    this.notice.hidden = text === '';
    if (text !== '') this.notice.scrollIntoView({ block: 'nearest' });
  }
}
