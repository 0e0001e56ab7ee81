import i18next from "i18next";
import { expect, it } from "vitest";
import { addCatalogue, bringCatalogue, changeLocale, onlyCatalogue, startI18n } from "./i18n";

const later = async (locale: string) => ({ default: { late: { word: `${locale} late` } } });

it("brings words also in a language that is only just coming, once and whole", async () => {
  const waiting: (() => void)[] = [];
  onlyCatalogue(async (locale) => {
    if (locale === "en-US") await new Promise<void>((go) => waiting.push(go));
    return { default: { main: locale } };
  });
  addCatalogue(async (locale) => ({ default: { more: locale } }));
  await startI18n("zh-CN");

  const changed = changeLocale("en-US");
  await bringCatalogue(later);
  const again = changeLocale("en-US");
  expect(waiting).toHaveLength(1);
  for (const go of waiting) go();
  await Promise.all([changed, again]);

  expect(["main", "more", "late.word"].map((key) => i18next.t(key as "ui.loading"))).toEqual([
    "en-US",
    "en-US",
    "en-US late",
  ]);
  await changeLocale("zh-CN");
  expect(i18next.t("late.word" as "ui.loading")).toBe("zh-CN late");
});
