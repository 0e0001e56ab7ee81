import { create } from "zustand";
import type { StoredFile } from "@/api/types";

interface Fresh {
  files: Record<number, { file: StoredFile; picture: string | null }>;
  keep: (file: StoredFile, picture: string | null) => void;
}

/** Files that were sent from this window, so that they can be named and shown before anybody else may look at them. */
export const useFreshFiles = create<Fresh>((set) => ({
  files: {},
  keep: (file, picture) => set((store) => ({ files: { ...store.files, [file.id]: { file, picture } } })),
}));
