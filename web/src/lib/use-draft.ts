import { useState } from "react";

/**
 * What is being changed of something that is saved as a whole. While nothing is changed it follows what others save; `keep` says
 * what stands after one's own save.
 */
export function useDraft<T>(loaded: T) {
  const [seen, setSeen] = useState(loaded);
  const [base, setBase] = useState(loaded);
  const [draft, setDraft] = useState(loaded);
  const dirty = JSON.stringify(draft) !== JSON.stringify(base);
  const keep = (saved: T) => {
    setBase(saved);
    setDraft(saved);
  };
  if (loaded !== seen) {
    setSeen(loaded);
    if (!dirty) keep(loaded);
  }
  return { draft, setDraft, dirty, keep };
}
