import en from "@/i18n/en/visit-moment.json";
import zh from "@/i18n/zh/visit-moment.json";
import { sayIn, useWords } from "./words";

export type MomentWord = keyof typeof zh;

const BOTH = { "zh-CN": sayIn(zh, "zh-CN"), "en-US": sayIn(en, "en-US") };

/** Words of the feed: they come with it. */
export function useMomentWords() {
  const { t, locale } = useWords();
  const m: (word: MomentWord, values?: Record<string, string | number>) => string = BOTH[locale];
  return { m, t, locale };
}

/** Whether the feed has words of its own for a refusal. */
export const isMomentWord = (word: string): word is MomentWord => word in zh;
