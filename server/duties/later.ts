/** Asked for now, and waited for later: should it fail meanwhile, it is told then. */
export function later<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}
