import { useSyncExternalStore } from "react";

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(query);
      list.addEventListener("change", changed);
      return () => list.removeEventListener("change", changed);
    },
    () => window.matchMedia(query).matches,
  );
}

/** Phone: one column with bottom tabs. */
export const usePhone = () => useMedia("(max-width: 639.98px)");
/** Wide: the drawer is a fourth column and not an overlay. */
export const useWide = () => useMedia("(min-width: 1024px)");
