/** Values by what they are made of. The parts are compared by identity. */
export class Kept<T> {
  private readonly byPart = new Map<unknown, Kept<T>>();
  private value: T | undefined;

  of(parts: readonly unknown[], make: () => T): T {
    if (parts.length === 0) {
      this.value ??= make();
      return this.value;
    }
    const [first, ...rest] = parts;
    const known = this.byPart.get(first) ?? new Kept<T>();
    this.byPart.set(first, known);
    return known.of(rest, make);
  }
}
