import { element, setText } from './elements.ts';

/** Tells a screen reader what has changed. */
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

  /** Once it has stayed so for a moment: a file that is being typed is unreadable at every other key. */
  sayWhenSettled(text: string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.say(text), 700);
  }
}
