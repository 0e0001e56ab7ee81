import en from "@/i18n/en/visit-goods.json";
import zh from "@/i18n/zh/visit-goods.json";
import { moneyText } from "@/lib/money";
import { useWords } from "./words";

export type GoodsWord = keyof typeof zh;

/** The words of products and materials come with them, after the first paint. */
export function useGoodsWords() {
  const { locale } = useWords();
  const words = locale === "zh-CN" ? zh : en;
  const t = (word: GoodsWord, values: Record<string, string | number> = {}) =>
    words[word].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ""));
  const price = (given: { minor: number; currency: string } | null) =>
    given ? moneyText(given.minor, given.currency, locale) : t("onRequest");
  return { t, price };
}
