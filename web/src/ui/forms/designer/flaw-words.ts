import i18next from "i18next";
import type { Translate } from "@/lib/i18n";

/** A flaw of a form that is drawn, in words that say how to mend it. */
export function flawWords(t: Translate, { code, params }: { code: string; params?: Record<string, unknown> }): string {
  const key = `formDesign.flaw.${code.toLowerCase()}`;
  if (!i18next.exists(key)) return t("formDesign.flaw.other", { code });
  return t(key as "formDesign.flaw.expression_name", { ...params } as { what: string });
}
