import { create } from "zustand";
import type { Problem } from "@/api/http";
import type { Locale } from "@/api/types";
import en from "@/i18n/en/visit.json";
import zh from "@/i18n/zh/visit.json";
import type zhGroup from "@/i18n/zh/visit-group.json";
import type zhOwn from "@/i18n/zh/visit-own.json";
import { firstLocale } from "@/lib/first-locale";
import { writeStored } from "@/lib/storage";

/** Both languages come with the page: together they are smaller than the library that would fetch one. */
type Catalogue = typeof zh & { group: typeof zhGroup } & typeof zhOwn;
type Leaves<T, P extends string = ""> = {
  [K in keyof T & string]: T[K] extends string ? `${P}${Base<K>}` : Leaves<T[K], `${P}${K}.`>;
}[keyof T & string];
type Base<K extends string> = K extends `${infer Name}_other` ? Name : K;
export type Word = Leaves<Catalogue>;
type Values = Record<string, string | number>;
export type Say = (word: Word, values?: Values) => string;

/** Words of what few customers open, each under its name, once they have come. */
const BROUGHT: Record<Locale, Record<string, object>> = { "zh-CN": {}, "en-US": {} };

/** To be called before what needs the words is drawn. Refusals stand below `problem` in them. */
export function bringWords(name: string, words: Record<Locale, object>) {
  for (const locale of ["zh-CN", "en-US"] as const) BROUGHT[locale][name] = words[locale];
}

function find(tree: unknown, path: string): string | undefined {
  const found = path.split(".").reduce<unknown>((node, name) => (node as Record<string, unknown>)?.[name], tree);
  return typeof found === "string" ? found : undefined;
}

/** The words of one language; `{{name}}` is filled in, `count` chooses between `_one` and `_other`. */
export function wordsOf(locale: Locale): Say {
  const own = locale === "zh-CN" ? zh : en;
  return saying((word) => find(own, word) ?? find(BROUGHT[locale], word), locale);
}

/** The same with the words of a part that is fetched later. */
export function sayIn(catalogue: unknown, locale: Locale): (word: string, values?: Values) => string {
  return saying((word) => find(catalogue, word), locale);
}

function saying(has: (word: string) => string | undefined, locale: Locale) {
  const rules = new Intl.PluralRules(locale);
  return (word: string, values: Values = {}) => {
    const plural = typeof values.count === "number" ? has(`${word}_${rules.select(values.count)}`) : undefined;
    const text = plural ?? has(`${word}_other`) ?? has(word) ?? word;
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

/** A refusal, also one that was kept on the device. */
type Trouble = Pick<Problem, "code" | "params"> & { status?: number };

function troubleOf(error: unknown): Trouble {
  const known = typeof error === "object" && error !== null && typeof (error as Trouble).code === "string";
  return known ? (error as Trouble) : { code: "client.unexpected", params: {} };
}

/** Where the words of a refusal stand, if it has some. */
function troubleWord({ code, params }: Trouble): string | undefined {
  const own = `problem.${code}`;
  if (find(zh, own)) return own;
  return Object.keys(BROUGHT["zh-CN"])
    .flatMap((name) => [`${name}.${own}_${params.trigger}`, `${name}.${own}`])
    .find((word) => find(BROUGHT["zh-CN"], word));
}

/** A refusal in words; what has none of its own is told by its kind. */
export function troubleText(t: Say, error: unknown): string {
  const problem = troubleOf(error);
  const word = troubleWord(problem);
  if (word) return t(word as Word, problem.params as Values);
  if (problem.code === "client.offline") return t("problem.offline");
  return t(problem.status === 429 ? "problem.tooMany" : "problem.unexpected");
}
