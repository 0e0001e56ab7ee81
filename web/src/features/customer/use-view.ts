import { useEffect, useRef, useState } from "react";
import { useDebounced } from "@/lib/use-debounced";
import { searchOf, type ViewSearch, viewOf } from "./filter";

/** A pause in typing: not every letter asks the server or changes the address. */
const CALM_MS = 250;

/** What the list is narrowed to: at once in the fields, a moment later in the list and in the address. */
export function useView(search: ViewSearch, onSearch: (search: ViewSearch) => void) {
  const [view, setView] = useState(() => viewOf(search));
  const shown = { ...view, filter: useDebounced(view.filter, CALM_MS) };
  const said = JSON.stringify(searchOf(viewOf(search)));
  const wanted = JSON.stringify(searchOf(shown));
  const known = useRef(said);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of one of the two moves the other
  useEffect(() => {
    if (said !== known.current) {
      known.current = said;
      setView(viewOf(search));
    } else if (wanted !== said) {
      known.current = wanted;
      onSearch(searchOf(shown));
    }
  }, [said, wanted]);
  return { view, setView, shown };
}
