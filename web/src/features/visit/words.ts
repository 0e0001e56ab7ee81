import { create } from "zustand";
import { Problem } from "@/api/http";
import type { Locale } from "@/api/types";
import en from "@/i18n/en/visit.json";
import zh from "@/i18n/zh/visit.json";
import { firstLocale } from "@/lib/first-locale";
import { writeStored } from "@/lib/storage";

/** Both languages come with the page: together they are smaller than the library that would fetch one. */
type Catalogue = typeof zh;
type Leaves<T, P extends string = ""> = {
  [K in keyof T & string]: T[K] extends string ? `${P}${Base<K>}` : Leaves<T[K], `${P}${K}.`>;
}[keyof T & string];
type Base<K extends string> = K extends `${infer Name}_other` ? Name : K;
export type Word = Leaves<Catalogue>;
type Values = Record<string, string | number>;
export type Say = (word: Word, values?: Values) => string;

function find(tree: unknown, path: string): string | undefined {
  const found = path.split(".").reduce<unknown>((node, name) => (node as Record<string, unknown>)?.[name], tree);
  return typeof found === "string" ? found : undefined;
}

/** The words of one language; `{{name}}` is filled in, `count` chooses between `_one` and `_other`. */
export function wordsOf(locale: Locale): Say {
  return sayIn(locale === "zh-CN" ? zh : en, locale);
}

/** The same with the words of a part that is fetched later. */
export function sayIn(catalogue: unknown, locale: Locale): (word: string, values?: Values) => string {
  const rules = new Intl.PluralRules(locale);
  return (word, values = {}) => {
    const plural =
      typeof values.count === "number" ? find(catalogue, `${word}_${rules.select(values.count)}`) : undefined;
    const text = plural ?? find(catalogue, `${word}_other`) ?? find(catalogue, word) ?? word;
    return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ""));
  };
}

const BOTH: Record<Locale, Say> = { "zh-CN": wordsOf("zh-CN"), "en-US": wordsOf("en-US") };

const useLocale = create<{ locale: Locale }>(() => ({ locale: firstLocale() }));

export function applyLocale(locale: Locale = useLocale.getState().locale) {
  document.documentElement.lang = locale;
  useLocale.setState({ locale });
}

/** The reader wants the other language; this device remembers it. */
export function switchLocale() {
  const locale = useLocale.getState().locale === "zh-CN" ? "en-US" : "zh-CN";
  writeStored("locale", locale);
  applyLocale(locale);
}

export function useWords(): { t: Say; locale: Locale } {
  const { locale } = useLocale();
  return { t: BOTH[locale], locale };
}

export const currentLocale = () => useLocale.getState().locale;

/** A refusal in words; what has none of its own is told by its kind. */
export function troubleText(t: Say, error: unknown): string {
  const problem = error instanceof Problem ? error : new Problem(0, "client.unexpected");
  const word = `problem.${problem.code}`;
  if (find(zh, word)) return t(word as Word, problem.params as Values);
  if (problem.code === "client.offline") return t("problem.offline");
  return t(problem.status === 429 ? "problem.tooMany" : "problem.unexpected");
}
