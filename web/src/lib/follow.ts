interface Follow<T> {
  onSuccess?: (answer: T) => unknown;
  /** Without it the refusal stays where it is shown anyway: in the mutation's `error`. */
  onError?: (problem: unknown) => unknown;
}

/**
 * What follows a mutation: `follow(save.mutateAsync(body), { onSuccess })`. TanStack Query drops the callbacks of `mutate` when the
 * component goes away before the answer is there, and news from the socket may take it away at any moment. A promise is kept.
 */
export function follow<T>(answer: Promise<T>, { onSuccess, onError }: Follow<T>): void {
  void answer.then(onSuccess, (problem: unknown) => onError?.(problem));
}
