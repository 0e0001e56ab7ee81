import i18next from "i18next";
import type { Flaw, Flaws } from "@/api/form-types";
import { Problem } from "@/api/http";
import type { Translate } from "@/lib/i18n";
import { flawPath } from "./check";

/** What is wrong with a field, in words that say how to mend it. */
export function flawText(t: Translate, { code, params }: Flaw): string {
  const own = `forms.flaw.${code}`;
  const key = i18next.exists(own) ? own : `problem.field.${code}`;
  return i18next.exists(key)
    ? t(key as "forms.flaw.too_long", { ...params } as { max: number })
    : t("forms.flaw.invalid");
}

/** The server's refusal `form.invalid` as flaws beside the fields; empty when it is about something else. */
export function flawsOf(problem: unknown): Flaws {
  if (!(problem instanceof Problem)) return {};
  const flaws: Record<string, Flaw> = {};
  for (const { field, row, column, code, params } of problem.errors) {
    const path = row !== undefined && column !== undefined ? flawPath(field, row, column) : field;
    flaws[path] ??= { code, params };
  }
  return flaws;
}
