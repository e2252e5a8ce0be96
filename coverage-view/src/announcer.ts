import { element, setText } from './elements.ts';

/** Announces changes to screen readers. */
export class Announcer {
  readonly element = element('p', 'unseen');
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.element.setAttribute('role', 'status');
    this.element.setAttribute('aria-live', 'polite');
  }

  say(text: string): void {
    clearTimeout(this.timer);
    setText(this.element, text);
  }

  /** After a short delay: while a user types, the file is unreadable after every other key. */
  sayWhenSettled(text: string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.say(text), 700);
  }
}
