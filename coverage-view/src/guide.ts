import { element } from './elements.ts';

/** Explains how to read the picture. */
export class Guide {
  readonly element = element(
    'div',
    'guide',
    element(
      'p',
      'caption',
      'Each box is a base, on its day. Each sign is a baked version of that base. Choose a sign to see what it does and why.',
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
    [sample(''), 'Frame: the base is in its support window.'],
    [sample('retired'), 'No frame: the base is past its support window.'],
    [sample('listed', '→ 6'), 'Bar: the config has an entry for the base, here patch 6.'],
    [sample('listed void', '→ ✕'), 'Broken bar: the entry is void and upgrades no node.'],
    [sample('only-named'), 'Dashed: only the config names the base. No known image has it.'],
    [sample('at-cursor'), 'Corner: the cursor is in the entry.'],
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
