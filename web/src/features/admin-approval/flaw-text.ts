import i18next from "i18next";
import type { RouteFlaw } from "@/api/route-types";
import type { Translate } from "@/lib/i18n";

/** A flaw of a route in words that say how to mend it. */
export function routeFlawText(t: Translate, { code }: RouteFlaw): string {
  const key = `approvalDesign.flaw.${code}`;
  return i18next.exists(key) ? t(key as "approvalDesign.flaw.EMPTY_ROUTE") : t("approvalDesign.flawOther", { code });
}
