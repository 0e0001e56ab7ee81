import type { PhoneCall, PhoneText } from "./use-simulation";

export type ThreadItem =
  | { at: string; text: PhoneText; call?: undefined }
  | { at: string; call: PhoneCall; text?: undefined };

/** Texts and calls as one story, oldest first. */
export function thread(texts: readonly PhoneText[], calls: readonly PhoneCall[]): ThreadItem[] {
  const items: ThreadItem[] = [
    ...texts.map((text) => ({ at: text.at, text })),
    ...calls.map((call) => ({ at: call.startedAt, call })),
  ];
  return items.sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

/** The call that somebody has to do something about. */
export function openCall(calls: readonly PhoneCall[]): PhoneCall | undefined {
  return calls.find(({ state }) => state === "RINGING" || state === "ANSWERED");
}

export interface Piece {
  text: string;
  link: boolean;
}

const LINK = /(https?:\/\/[^\s<>"'，。；！？、（）【】]+)/;

/** What a telephone does with a text: addresses can be opened. */
export function pieces(text: string): Piece[] {
  return text
    .split(LINK)
    .map((piece, index) => ({ text: piece, link: index % 2 === 1 }))
    .filter((piece) => piece.text !== "");
}
