/** Goes on at once with what is known already, where to await it would put off every short answer. */
export function onceKnown<T, S>(value: T | Promise<T>, next: (known: T) => S): S | Promise<S> {
  return value instanceof Promise ? value.then(next) : next(value);
}
