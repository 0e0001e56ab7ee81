import i18next from "i18next";
import type { Translate } from "@/lib/i18n";

/** What is wrong with a rule, in words that say how to mend it. */
export function ruleWords(t: Translate, { code }: { code: string }): string {
  const key = `reportDesign.flaw.${code.toLowerCase()}`;
  return i18next.exists(key) ? t(key as "reportDesign.flaw.needs_cycle") : t("reportDesign.flaw.other", { code });
}
