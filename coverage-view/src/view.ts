import type { Coverage, NodeSteps } from '../../server/src/protocol.ts';
import { Announcer } from './announcer.ts';
import { Calendar } from './calendar.ts';
import { ChangesView, changesIn, changesSentence } from './changes.ts';
import { element, setText } from './elements.ts';
import { Filter } from './filter.ts';
import { Guide } from './guide.ts';
import { Header } from './header.ts';
import { generationLabel, resultOf, totalsSentence } from './labels.ts';
import type { EmptyReason, Intent, Message } from './messages.ts';
import { cellWith, generationsIn, pictureOf } from './picture.ts';
import { readState, type ViewState } from './state.ts';
import { StepsPane } from './steps-pane.ts';

/** The embedder of the view: an editor's panel, or a page. */
export interface Embedder {
  send(intent: Intent): void;
  /** The last saved state, perhaps of an earlier view. */
  load(): unknown;
  save(state: ViewState): void;
  /** Whether it lets users choose a served map. */
  readonly canServe?: boolean;
}

const imageWords = {
  label: 'Image',
  all: (count: number) => `All ${count} images`,
  name: (image: string) => image,
};

const generationWords = {
  label: 'Controller',
  all: () => 'All generations',
  name: generationLabel,
};

const emptyTexts: Readonly<Record<EmptyReason, string>> = {
  'no-config':
    'Open a hotfix config, such as aks-node-controller-hotfix.json. The picture follows the active editor.',
  stopped: 'The language server stopped. Run "Hotfix Config: Restart Server" to see the picture again.',
};

/** The picture of what every known baked version does with the current text of a config. */
export class CoverageView {
  private state: ViewState;
  private coverage: Coverage | null = null;
  private name = '';
  private readonly announcer = new Announcer();
  private readonly images: Filter;
  private readonly generations: Filter;
  private readonly header: Header;
  private readonly guide: Guide;
  private readonly changes: ChangesView;
  private readonly calendar: Calendar;
  private readonly stepsPane: StepsPane;
  private readonly scroller = element('div', 'picture');
  private readonly main: HTMLElement;
  private readonly empty = element('p', 'nothing', 'Reading the config …');

  constructor(
    root: HTMLElement,
    private readonly embedder: Embedder,
  ) {
    this.state = readState(embedder.load());
    const redraw = () => {
      this.save({ image: this.images.value, generation: this.generations.value });
      this.draw();
    };
    this.images = new Filter(this.state.image, imageWords, redraw);
    this.generations = new Filter(this.state.generation, generationWords, redraw);
    this.header = new Header([this.generations, this.images], {
      goToProblem: () => embedder.send({ type: 'reveal-problem' }),
      goToVoid: (entry) => embedder.send({ type: 'reveal-void', entry }),
      openSettings: () => embedder.send({ type: 'settings' }),
      serve: embedder.canServe ? () => embedder.send({ type: 'serve' }) : undefined,
      stopServing: () => embedder.send({ type: 'stop-serving' }),
    });
    this.guide = new Guide(this.state.isKeyOpen, (isKeyOpen) => this.save({ isKeyOpen }));
    this.changes = new ChangesView({
      choose: (version, base) => this.choose(version, base),
      stop: () => embedder.send({ type: 'stop-comparing' }),
    });
    this.calendar = new Calendar({
      choose: (version, base) => this.choose(version, base),
      leave: () => this.close(),
    });
    this.stepsPane = new StepsPane({
      close: () => this.leaveNodeSteps(true),
      leave: () => this.leaveNodeSteps(false),
      goToEntry: (base) => embedder.send({ type: 'reveal-entry', base, how: 'go' }),
      goToStep: (part, step) => embedder.send({ type: 'reveal-step', part, step }),
    });
    this.scroller.append(this.changes.element, this.guide.element, this.calendar.element);
    this.scroller.addEventListener('scrollend', () => this.save({ scroll: this.scroller.scrollTop }));
    this.main = element('div', 'content', this.header.element, this.scroller, this.stepsPane.element);
    this.main.hidden = true;
    root.replaceChildren(this.empty, this.main, this.announcer.element);
    embedder.send({ type: 'ready', baked: this.state.baked, isCompared: this.state.isCompared });
  }

  receive(message: Message): void {
    switch (message.type) {
      case 'show':
        this.show(message);
        break;
      case 'node-steps':
        this.showNodeSteps(message.nodeSteps, true);
        break;
      case 'select':
        if (message.baked === null) {
          this.close();
          break;
        }
        this.select(message.baked);
        this.calendar.reveal(message.baked);
        if (document.hasFocus()) this.calendar.focus();
        break;
      case 'cursor':
        this.calendar.markCursor(message.base);
        break;
      case 'empty':
        setText(this.empty, emptyTexts[message.reason]);
        this.empty.hidden = false;
        this.main.hidden = true;
    }
  }

  private show({ name, coverage, nodeSteps }: Extract<Message, { type: 'show' }>): void {
    const isFirst = this.coverage === null;
    this.name = name;
    this.coverage = coverage;
    this.empty.hidden = true;
    this.main.hidden = false;
    this.draw();
    if (nodeSteps) this.showNodeSteps(nodeSteps, false);
    const isCompared = coverage.comparedWith !== null;
    if (coverage.uri !== this.state.uri || isCompared !== this.state.isCompared)
      this.save({ uri: coverage.uri, isCompared });
    if (isFirst) this.scroller.scrollTop = this.state.scroll;
  }

  private draw(): void {
    if (!this.coverage) return;
    const picture = pictureOf(
      this.coverage,
      this.images.chosenOf(this.coverage.images),
      this.generations.chosenOf(generationsIn(this.coverage)),
    );
    this.header.update(this.name, this.coverage, picture);
    this.changes.update(picture, this.coverage);
    this.main.classList.toggle('compared', this.coverage.comparedWith !== null);
    this.guide.element.hidden = this.coverage.bases.length === 0;
    this.calendar.choose(this.state.baked);
    this.calendar.update(picture);
    const sentence = this.coverage.comparedWith
      ? changesSentence(changesIn(picture), this.coverage)
      : totalsSentence(picture.totals);
    this.announcer.sayWhenSettled(`${this.coverage.summary} ${sentence}`);
  }

  private choose(version: string, base: string): void {
    this.select(version);
    this.embedder.send({ type: 'explain', baked: version });
    const listed = this.coverage && cellWith(this.coverage, version)?.cell.entry;
    if (listed) this.embedder.send({ type: 'reveal-entry', base, how: 'look' });
  }

  private select(baked: string | null): void {
    this.save({ baked });
    this.calendar.choose(baked);
  }

  private showNodeSteps(nodeSteps: NodeSteps, isNew: boolean): void {
    // The answer is for a mark that is no longer chosen.
    if (!this.coverage || nodeSteps.baked !== this.state.baked) return;
    this.stepsPane.show(nodeSteps, this.coverage);
    if (!isNew) return;
    this.announcer.say(
      `${nodeSteps.baked}: binary ${resultOf(nodeSteps.binary)}, scripts ${resultOf(nodeSteps.scripts)}.`,
    );
    this.calendar.reveal(nodeSteps.baked);
  }

  private leaveNodeSteps(closing: boolean): void {
    if (closing) this.close();
    this.calendar.focus();
  }

  private close(): void {
    this.select(null);
    this.stepsPane.clear();
    this.embedder.send({ type: 'explain', baked: null });
  }

  private save(change: Partial<ViewState>): void {
    this.state = { ...this.state, ...change };
    this.embedder.save(this.state);
  }
}
