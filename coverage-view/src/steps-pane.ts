import type { NodeImage, TargetSteps } from '../../server/src/coverage-types.ts';
import type { Coverage, NodeSteps } from '../../server/src/protocol.ts';
import { button, element } from './elements.ts';
import { doing, imagesSentence, resultOf, wasDoing } from './labels.ts';
import { cellWith, type Sign } from './picture.ts';
import { Shape } from './shapes.ts';

type Part = 'binary' | 'scripts';

export interface StepsPaneEvents {
  close(): void;
  leave(): void;
  goToEntry(base: string): void;
  goToStep(part: Part, step: number): void;
}

const imagesAtOnce = 3;

/** The steps by which a node of the chosen version decides. */
export class StepsPane {
  readonly element = element('aside', 'steps-pane');
  private shown = '';

  constructor(private readonly events: StepsPaneEvents) {
    this.element.setAttribute('aria-label', 'Explanation of the chosen baked version');
    this.element.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') events.leave();
    });
    this.clear();
  }

  clear(): void {
    this.shown = '';
    // If there is room next to the picture, the pane stays visible.
    this.element.classList.add('idle');
    delete this.element.dataset['baked'];
    this.element.replaceChildren(element('p', 'hint', 'Choose a sign to see why, step by step.'));
  }

  show(nodeSteps: NodeSteps, coverage: Coverage): void {
    const found = cellWith(coverage, nodeSteps.baked);
    const shown = JSON.stringify([nodeSteps, found]);
    if (shown === this.shown) return;
    const isOther = this.element.dataset['baked'] !== nodeSteps.baked;
    const focused = this.focusedKey();
    const areImagesOpen = this.element.querySelector<HTMLDetailsElement>('details.images')?.open === true;
    this.shown = shown;
    this.element.dataset['baked'] = nodeSteps.baked;
    this.element.replaceChildren(
      this.heading(nodeSteps, found),
      this.about(nodeSteps, found, areImagesOpen && !isOther),
      this.part('Controller binary', 'binary', nodeSteps.binary),
      this.part('Provisioning scripts', 'scripts', nodeSteps.scripts),
    );
    this.element.classList.remove('idle');
    if (isOther) this.element.scrollTop = 0;
    if (focused) this.element.querySelector<HTMLElement>(`[data-key="${focused}"]`)?.focus();
  }

  private focusedKey(): string | undefined {
    const { activeElement } = document;
    return activeElement instanceof HTMLElement && this.element.contains(activeElement)
      ? activeElement.dataset['key']
      : undefined;
  }

  private heading(nodeSteps: NodeSteps, found: ReturnType<typeof cellWith>): HTMLElement {
    const title = element('h2', '', nodeSteps.baked === '' ? 'An empty baked version' : nodeSteps.baked);
    const close = keyed(button('close', '✕', this.events.close), 'close');
    close.setAttribute('aria-label', 'Close the explanation');
    close.title = 'Close the explanation (Escape)';
    const sign = found?.mark.sign ?? signOf(nodeSteps.binary);
    const does = found ? doing(found.mark, found.cell) : resultOf(nodeSteps.binary);
    const heading = element('div', 'heading', new Shape(sign).element, title, element('span', 'does', does));
    const { base, entry } = found?.cell ?? {};
    if (base !== undefined && entry) {
      heading.append(
        keyed(
          button('link', 'Go to entry', () => this.events.goToEntry(base)),
          'entry',
        ),
      );
    }
    heading.append(close);
    return heading;
  }

  private about(
    nodeSteps: NodeSteps,
    found: ReturnType<typeof cellWith>,
    areImagesOpen: boolean,
  ): HTMLElement {
    const about = element('div', 'about');
    const cell = found?.cell;
    if (cell?.retired && cell.supportedUntil)
      about.append(element('p', '', `Out of support since ${cell.supportedUntil}.`));
    if (!found || found.mark.sign === 'unknown') about.append(element('p', '', 'No known image has it.'));
    if (found?.mark.before) about.append(element('p', 'before', `${capital(wasDoing(found.mark.before))}.`));
    if (nodeSteps.images.length > 0) about.append(imageList(nodeSteps.images, areImagesOpen));
    return about;
  }

  private part(title: string, part: Part, answer: TargetSteps): HTMLElement {
    const list = element(
      'ol',
      '',
      ...answer.steps.map(({ passed, text, range }, i) => {
        const isEnd = i === answer.steps.length - 1;
        const kind = passed ? (isEnd ? 'end' : 'passed') : 'stopped';
        const item = element(
          'li',
          `step ${kind}`,
          element('span', 'unseen', `${passed ? 'Goes on' : 'Stops'}: `),
          text,
        );
        if (range) {
          const link = keyed(
            button('link', `line ${range.start.line + 1}`, () => this.events.goToStep(part, i)),
            `${part}-${i}`,
          );
          item.append(' ', link);
        }
        return item;
      }),
    );
    const does = element(
      'span',
      `result ${answer.upgrade && !answer.isVoid ? 'upgrade' : 'stay'}`,
      resultOf(answer),
    );
    return element('section', '', element('h3', '', `${title}: `, does), list);
  }
}

function signOf({ upgrade, isVoid }: TargetSteps): Sign {
  if (isVoid) return 'void';
  return upgrade ? 'upgrades' : 'not-listed';
}

function imageList(images: readonly NodeImage[], isOpen: boolean): HTMLElement {
  const text = (some: readonly NodeImage[]) => some.map(({ name }) => name).join(', ');
  const doesOne = images.some(({ does }) => does !== null);
  if (images.length <= imagesAtOnce && !doesOne) return element('p', 'images', `Images: ${text(images)}`);
  const some = text(images.slice(0, imagesAtOnce));
  const more = images.length > imagesAtOnce ? ` and ${images.length - imagesAtOnce} more` : '';
  const sum = doesOne ? imagesSentence(images) : `Images: ${some}${more}`;
  const summary = keyed(element('summary', '', sum), 'images');
  const rest = doesOne ? doings(images) : element('p', '', text(images.slice(imagesAtOnce)));
  const details = element('details', 'images', summary, rest);
  details.open = isOpen;
  return details;
}

/** Each image with its sign, because a version may install on some images only. */
function doings(images: readonly NodeImage[]): HTMLElement {
  const items = images.map(({ name, does, reason }) => {
    const item = element('li', `image ${does ?? ''}`, ...(does ? [new Shape(does).element] : []), ` ${name}`);
    if (does !== 'upgrades' && reason !== '') item.append(`: ${reason}`);
    return item;
  });
  return element('ul', 'image-list', ...items);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Marks an element, so that its replacement gets the focus. */
function keyed<T extends HTMLElement>(target: T, key: string): T {
  target.dataset['key'] = key;
  return target;
}
