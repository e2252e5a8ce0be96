import { element } from './elements.ts';

/** Tells somebody who sees the picture for the first time how to read it. */
export class Guide {
  readonly element = element(
    'div',
    'guide',
    element(
      'p',
      'caption',
      'Each box is a base, by its day; each sign in it a patch that images were built with. Choose one to see why.',
    ),
  );

  constructor(isKeyOpen: boolean, onToggle: (isOpen: boolean) => void) {
    const details = element('details', 'key', element('summary', '', 'What the boxes mean'), list());
    details.open = isKeyOpen;
    details.addEventListener('toggle', () => onToggle(details.open));
    this.element.append(details);
  }
}

function list(): HTMLElement {
  const rows: readonly (readonly [HTMLElement, string])[] = [
    [sample(''), 'Framed: nodes of this base are still supported.'],
    [sample('retired'), 'No frame: past its support window.'],
    [sample('listed', '→ 6'), 'With a bar: the config has an entry for it, here for patch 6.'],
    [sample('listed void', '→ ✕'), 'With a broken bar: its entry is void and upgrades no node.'],
    [sample('only-named'), 'Dashed: only the config names it; no known image was built with it.'],
    [sample('at-cursor'), 'With a corner: the cursor is in its entry.'],
  ];
  return element(
    'dl',
    '',
    ...rows.flatMap(([sign, text]) => [element('dt', '', sign), element('dd', '', text)]),
  );
}

function sample(className: string, target = ''): HTMLElement {
  const made = element('span', `base sample ${className}`, element('span', 'day', '13'));
  if (target) made.append(element('span', 'target', target));
  made.setAttribute('aria-hidden', 'true');
  return made;
}
