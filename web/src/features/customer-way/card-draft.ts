import type { CardContent, MyCard } from "@/api/way-types";
import { type AttributeDraft, attributeDrafts, attributesBody } from "./attributes-rule";
import { type HoursDraft, hoursBody, hoursDrafts, type WelcomeDraft, welcomeBody, welcomeDraft } from "./way-draft";

/** An employee's card as it is being written. */
export interface CardDraft extends Pick<CardContent, "title" | "needs" | "autoReply" | "skipVerify"> {
  /** Null: the company's. */
  attributes: AttributeDraft[] | null;
  hours: HoursDraft[] | null;
  welcome: WelcomeDraft;
}

export function cardDraft({ content, attached }: MyCard): CardDraft {
  const { attributes, hours, welcome, ...rest } = content;
  return {
    ...rest,
    attributes: attributes && attributeDrafts(attributes),
    hours: hours && hoursDrafts(hours),
    welcome: welcomeDraft(welcome, attached),
  };
}

export function cardBody({ attributes, hours, welcome, ...rest }: CardDraft): CardContent {
  return {
    ...rest,
    attributes: attributes && attributesBody(attributes),
    hours: hours && hoursBody(hours),
    welcome: welcomeBody(welcome),
  };
}
