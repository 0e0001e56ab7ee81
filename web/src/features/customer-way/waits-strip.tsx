import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useText } from "@/lib/i18n";
import { useWaysLive, waitsQuery } from "./use-ways";
import css from "./way.module.css";

/** Says that somebody waits at the door; nothing while nobody does. */
export function WaitsStrip() {
  const { t } = useText();
  const { data } = useInfiniteQuery(waitsQuery);
  useWaysLive();
  const first = data?.pages[0];
  const count = first?.items.length ?? 0;
  if (count === 0) return null;
  return (
    <div className={css.strip} role="status">
      <span className={css.grow}>{t(first?.next ? "way.waits.stripMore" : "way.waits.strip", { count })}</span>
      <Link to="/customers/arrivals">{t("way.waits.look")}</Link>
    </div>
  );
}

export default WaitsStrip;
