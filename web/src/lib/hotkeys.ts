import { useEffect, useEffectEvent } from "react";

type Keys = Record<string, () => void>;

function nameOf(event: KeyboardEvent): string {
  const mod = event.ctrlKey || event.metaKey ? "mod+" : "";
  return mod + event.key.toLowerCase();
}

function writes(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** Keys for the whole window: "mod+k" is Ctrl or ⌘ with K; keys without a modifier do nothing while somebody types. */
export function useHotkeys(keys: Keys) {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing || event.repeat || event.defaultPrevented) return;
    const name = nameOf(event);
    const act = keys[name];
    if (!act || (!name.startsWith("mod+") && writes(event.target))) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, []);
}
