import type { Translate } from "@/lib/i18n";

/** What stands in a text for what differs from reader to reader. */
export const PLACES = ["nickname", "employee"] as const;

/** A text as its author reads it again: places in words instead of marks. */
export const readable = (t: Translate, text: string) =>
  PLACES.reduce((read, place) => read.replaceAll(`{${place}}`, t(`mass.places.${place}`)), text);
