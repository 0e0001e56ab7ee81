import i18next from "i18next";
import { Problem } from "@/api/http";
import type { Locale } from "@/api/types";
import { bringCatalogue, type Translate } from "./i18n";

const later = (locale: Locale) => (locale === "zh-CN" ? import("@/i18n/zh-problem") : import("@/i18n/en-problem"));

/** The words of refusals that the first page does not need. What is missed meanwhile is told by its code. */
export function bringProblems() {
  bringCatalogue(later).catch(() => undefined); // asked for again with the next refusal
}

/** A refusal in words that say how to mend it. Unknown codes fall back to a general sentence with the code. */
export function problemText(t: Translate, error: unknown): string {
  const problem = error instanceof Problem ? error : new Problem(0, "client.unexpected");
  const key = `problem.${problem.code}`;
  const values = {
    ...problem.params,
    retryAfterSeconds: problem.retryAfterSeconds ?? problem.params.retryAfterSeconds,
  };
  if (i18next.exists(key)) return t(key as "problem.client.unexpected", values);
  bringProblems();
  return t("problem.client.unknown", { code: problem.code });
}

/** The text for one field of a form, from the server's `errors`. */
export function fieldText(t: Translate, error: unknown, field: string): string | undefined {
  if (!(error instanceof Problem)) return undefined;
  const found = error.errors.find((each) => each.field === field);
  if (!found) return undefined;
  const key = `problem.field.${found.code}`;
  return i18next.exists(key) ? t(key as "problem.field.notblank") : t("problem.field.invalid");
}
