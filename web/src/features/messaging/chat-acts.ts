import type { Entry } from "@/api/types";

/** What can be done with a message; the pane knows how, rows and menus only call. */
export interface ChatActs {
  reply: (entry: Entry) => void;
  menu: (entry: Entry, at: { x: number; y: number }) => void;
  jump: (seq: number) => void;
  readers: (seq: number) => void;
  picture: (seq: number) => void;
  reedit: (seq: number) => void;
}
