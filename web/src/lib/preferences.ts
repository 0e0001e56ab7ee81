import { create } from "zustand";
import { readStored, writeStored } from "./storage";

export type SendKey = "ENTER" | "CTRL_ENTER";

interface Stored {
  sendKey: SendKey;
  /** Desktop notifications; the browser's own permission is needed as well. */
  notifications: boolean;
}

interface PreferencesStore extends Stored {
  change: (changes: Partial<Stored>) => void;
}

const STANDARD: Stored = { sendKey: "ENTER", notifications: false };

/** What a person decided for this device. */
export const usePreferences = create<PreferencesStore>((set, get) => ({
  ...STANDARD,
  ...readStored<Partial<Stored>>("preferences"),
  change: (changes) => {
    const { sendKey, notifications } = { ...get(), ...changes };
    writeStored("preferences", { sendKey, notifications });
    set({ sendKey, notifications });
  },
}));
