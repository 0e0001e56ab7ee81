import { create } from "zustand";
import type { StoredFile } from "@/api/types";

interface Fresh {
  files: Record<number, { file: StoredFile; picture: string | null }>;
  keep: (file: StoredFile, picture: string | null) => void;
  /** The fields in which one has not arrived. */
  underWay: readonly string[];
}

/** Files that were sent from this window, so that they can be named and shown before anybody else may look at them. */
export const useFreshFiles = create<Fresh>((set) => ({
  files: {},
  keep: (file, picture) => set((store) => ({ files: { ...store.files, [file.id]: { file, picture } } })),
  underWay: [],
}));

/** A field says whether one of its files has not arrived. */
export function setUnderWay(field: string, open: boolean) {
  const { underWay } = useFreshFiles.getState();
  if (underWay.includes(field) === open) return;
  useFreshFiles.setState({ underWay: open ? [...underWay, field] : underWay.filter((each) => each !== field) });
}

/** A file has not arrived: who sends now would send without it. */
export const useFilesUnderWay = () => useFreshFiles((store) => store.underWay.length > 0);
