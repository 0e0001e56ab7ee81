import { create } from "zustand";
import type { ThemeChoice } from "@/api/types";
import { readStored, writeStored } from "./storage";

interface ThemeStore {
  choice: ThemeChoice;
  choose: (choice: ThemeChoice) => void;
}

export const useThemeChoice = create<ThemeStore>((set) => ({
  choice: readStored<ThemeChoice>("theme") ?? "SYSTEM",
  choose: (choice) => {
    writeStored("theme", choice);
    set({ choice });
  },
}));
