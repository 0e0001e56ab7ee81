import { useEffect, useState } from "react";

/** A value once it has been quiet for a while. */
export function useDebounced<T>(value: T, quietMs: number): T {
  const [calm, setCalm] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setCalm(value), quietMs);
    return () => clearTimeout(timer);
  }, [value, quietMs]);
  return calm;
}
