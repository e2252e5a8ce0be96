export interface KeyTargets {
  /** Ascending within a year, the newest year first. */
  marks(): readonly HTMLElement[];
  choose(mark: HTMLElement): void;
  leave(): void;
}

/** Arrows, Home and End move the focus between marks. Enter and space choose one. Escape clears the choice. */
export function listenToKeys(list: HTMLElement, targets: KeyTargets): void {
  list.addEventListener('keydown', (event) => {
    const { target, key } = event;
    if (!(target instanceof HTMLElement) || event.altKey || event.ctrlKey || event.metaKey) return;
    if (key === 'Enter' || key === ' ') targets.choose(target);
    else if (key === 'Escape') targets.leave();
    else {
      const next = destination(key, target, targets.marks());
      if (!next) return;
      next.focus();
    }
    event.preventDefault();
  });
}

function destination(key: string, from: HTMLElement, marks: readonly HTMLElement[]): HTMLElement | undefined {
  const at = marks.indexOf(from);
  switch (key) {
    case 'ArrowRight':
      return marks[Math.min(at + 1, marks.length - 1)];
    case 'ArrowLeft':
      return marks[Math.max(at - 1, 0)];
    case 'ArrowDown':
      return nearest(from, marks, 1);
    case 'ArrowUp':
      return nearest(from, marks, -1);
    case 'PageDown':
      return inYear(from, marks, 1);
    case 'PageUp':
      return inYear(from, marks, -1);
    case 'Home':
      return marks[0];
    case 'End':
      return marks.at(-1);
    default:
      return undefined;
  }
}

/** The nearest mark on the next line. Lines depend on the width of the window. */
function nearest(from: HTMLElement, marks: readonly HTMLElement[], direction: 1 | -1): HTMLElement {
  const start = from.getBoundingClientRect();
  const distance = (mark: HTMLElement) => {
    const box = mark.getBoundingClientRect();
    const down = (box.top - start.top) * direction;
    // Columns weigh more than lines, so that the focus moves straight down.
    return down < 4 ? Number.POSITIVE_INFINITY : down + Math.abs(box.left - start.left) * 3;
  };
  const best = marks.reduce<{ mark: HTMLElement; distance: number }>(
    (found, mark) => {
      const far = distance(mark);
      return far < found.distance ? { mark, distance: far } : found;
    },
    { mark: from, distance: Number.POSITIVE_INFINITY },
  );
  return best.mark;
}

/** The first mark of the year below or above. */
function inYear(
  from: HTMLElement,
  marks: readonly HTMLElement[],
  direction: 1 | -1,
): HTMLElement | undefined {
  const yearOf = (mark: Element) => mark.closest('.year, .undated');
  const years = [...new Set(marks.map(yearOf))];
  const year = years[years.indexOf(yearOf(from)) + direction];
  return year ? marks.find((mark) => yearOf(mark) === year) : direction > 0 ? marks.at(-1) : marks[0];
}
