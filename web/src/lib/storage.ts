/** localStorage that never throws: private windows and full disks only lose the convenience. */
export function readStored<T>(key: string): T | null {
  try {
    const text = localStorage.getItem(`qiao.${key}`);
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}

export function writeStored(key: string, value: unknown) {
  try {
    if (value === null || value === undefined) localStorage.removeItem(`qiao.${key}`);
    else localStorage.setItem(`qiao.${key}`, JSON.stringify(value));
  } catch {
    // Full or forbidden.
  }
}

/** The names of all records that begin so. */
export function storedNames(prefix: string): string[] {
  try {
    return Object.keys(localStorage)
      .filter((name) => name.startsWith(`qiao.${prefix}`))
      .map((name) => name.slice("qiao.".length));
  } catch {
    return [];
  }
}
