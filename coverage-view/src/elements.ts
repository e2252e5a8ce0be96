import { withEscapes } from '../../server/src/model/quote.ts';

/**
 * An element with a class and, if it contains nothing else, a text. The text is never markup, and its hidden
 * characters are escaped.
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className = '',
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...content.map((part) => (typeof part === 'string' ? withEscapes(part) : part)));
  return made;
}

export function button(className: string, text: string, onClick: () => void): HTMLButtonElement {
  const made = element('button', className, text);
  made.type = 'button';
  made.addEventListener('click', onClick);
  return made;
}

/** Replaces the children without moving those that stay: a moved node would lose the focus. */
export function arrange(parent: Element, children: readonly Element[]): void {
  const kept = new Set<Element>(children);
  for (const child of [...parent.children]) if (!kept.has(child)) child.remove();
  let next = parent.firstElementChild;
  for (const child of children) {
    if (child === next) next = next.nextElementSibling;
    else parent.insertBefore(child, next);
  }
}

/** Sets the text if it differs, so that a selection in it and screen readers are not disturbed. */
export function setText(target: Element, text: string): void {
  if (target.textContent !== withEscapes(text)) target.textContent = withEscapes(text);
}

export function setAttribute(target: Element, name: string, value: string | null): void {
  if (value === null) target.removeAttribute(name);
  else if (target.getAttribute(name) !== withEscapes(value)) target.setAttribute(name, withEscapes(value));
}
