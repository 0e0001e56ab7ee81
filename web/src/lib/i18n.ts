import i18next from "i18next";
import { initReactI18next, useTranslation } from "react-i18next";
import type { Locale } from "@/api/types";
import { writeStored } from "./storage";

export type Catalogue = (locale: Locale) => Promise<{ default: object }>;
let main: Catalogue = (locale) => (locale === "zh-CN" ? import("@/i18n/zh") : import("@/i18n/en"));
const more: Catalogue[] = [];

/** An entry that needs only words of its own; to be named before the start. */
export function onlyCatalogue(catalogue: Catalogue) {
  main = catalogue;
}

/** Words that only one entry needs; to be named before the start. */
export function addCatalogue(catalogue: Catalogue) {
  more.push(catalogue);
}

const brought = new Map<Catalogue, Promise<void>>();

/** Words of pages that few people open: loaded together with the page, in every language that is in use. */
export function bringCatalogue(catalogue: Catalogue): Promise<void> {
  let coming = brought.get(catalogue);
  if (!coming) {
    more.push(catalogue);
    coming = bring(catalogue);
    brought.set(catalogue, coming);
    coming.catch(() => {
      brought.delete(catalogue);
      more.splice(more.indexOf(catalogue), 1);
    });
  }
  return coming;
}

/** Languages that are in use, or on their way to be. */
const loaded = new Map<Locale, Promise<void>>();

async function bring(catalogue: Catalogue) {
  await Promise.all(
    [...loaded.keys()].map(async (locale) => {
      const { default: words } = await catalogue(locale);
      i18next.addResourceBundle(locale, "translation", words, true, true);
    }),
  );
}

function load(locale: Locale): Promise<void> {
  let coming = loaded.get(locale);
  if (!coming) {
    coming = loadAll(locale);
    loaded.set(locale, coming);
    coming.catch(() => loaded.delete(locale));
  }
  return coming;
}

async function loadAll(locale: Locale) {
  const catalogues = await Promise.all([main, ...more].map((each) => each(locale)));
  // Into one another: a group of words may come in parts.
  for (const { default: words } of catalogues) i18next.addResourceBundle(locale, "translation", words, true, true);
}

export async function startI18n(locale: Locale) {
  await i18next.use(initReactI18next).init({
    lng: locale,
    resources: {},
    partialBundledLanguages: true,
    interpolation: { escapeValue: false },
    returnNull: false,
    react: { bindI18nStore: "added" }, // words that come later are shown where their keys were
  });
  await changeLocale(locale);
}

export async function changeLocale(locale: Locale) {
  await load(locale);
  await i18next.changeLanguage(locale);
  document.documentElement.lang = locale;
  writeStored("locale", locale);
}

export function useText() {
  const { t, i18n } = useTranslation();
  return { t, locale: (i18n.language === "en-US" ? "en-US" : "zh-CN") as Locale };
}

export type Translate = ReturnType<typeof useText>["t"];
