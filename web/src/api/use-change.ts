import { useMutation, useQueryClient } from "@tanstack/react-query";

/** One change, after which everything below a key is asked for again. Also after a refusal: then what is shown is old. */
export function useChangeBelow<In, Out>(queryKey: readonly string[], change: (input: In) => Promise<Out>) {
  const cache = useQueryClient();
  return useMutation({ mutationFn: change, onSettled: () => cache.invalidateQueries({ queryKey }) });
}
