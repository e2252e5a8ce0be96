import { Analysis, type Catalogue } from '../../server/src/model/index.ts';
import { hoverAt } from '../../server/src/service/answers/hover.ts';
import { inlayHintsIn } from '../../server/src/service/answers/inlay-hints.ts';
import { today } from './markers.ts';

/** The hover on a part of a text, and the hints of a text, for a catalogue that is known when they are asked. */
export function answersWith(catalogue: () => Catalogue) {
  return {
    hoverOn: (text: string, part: string) => {
      const options = { catalogue: catalogue(), levels: {}, today };
      return hoverAt(new Analysis(text), text.indexOf(part) + 1, options, () => [])?.explanation;
    },
    hintsOf: (text: string) =>
      inlayHintsIn(new Analysis(text), { start: 0, end: text.length }, catalogue()).map(({ label }) => label),
  };
}
