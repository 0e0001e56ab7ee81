import { useText } from "@/lib/i18n";
import css from "./outside-badge.module.css";

/** Somebody from outside the company reads here. */
export function OutsideBadge() {
  const { t } = useText();
  return <span className={css.badge}>{t("ui.outside")}</span>;
}
