import type { CardAttribute } from "@/api/way-types";

export interface AttributeDraft extends Omit<CardAttribute, "url"> {
  key: number;
  /** "" for a text that leads nowhere. */
  url: string;
}

export const attributeDrafts = (attributes: readonly CardAttribute[]): AttributeDraft[] =>
  attributes.map(({ url, ...rest }, key) => ({ ...rest, url: url ?? "", key }));

export const attributesBody = (drafts: readonly AttributeDraft[]): CardAttribute[] =>
  drafts.map(({ label, text, url }) => ({ label: label.trim(), text: text.trim(), url: url.trim() || null }));

/** As the server takes it. */
const ADDRESS = /^https?:\/\/[^\s/$.?#]\S*$/;

export type AttributeFlaw = "words" | "address";

export function attributeFlaw({ label, text, url }: AttributeDraft): AttributeFlaw | null {
  if (label.trim() === "" || text.trim() === "") return "words";
  return url.trim() === "" || ADDRESS.test(url.trim()) ? null : "address";
}

export const attributesSound = (drafts: readonly AttributeDraft[]) =>
  drafts.every((draft) => attributeFlaw(draft) === null);
