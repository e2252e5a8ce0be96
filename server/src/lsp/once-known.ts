/** Continues synchronously if the value is known. Awaiting it would delay every short answer. */
export function onceKnown<T, S>(value: T | Promise<T>, next: (known: T) => S | Promise<S>): S | Promise<S> {
  return value instanceof Promise ? value.then(next) : next(value);
}
