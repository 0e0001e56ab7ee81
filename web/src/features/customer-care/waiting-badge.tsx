import { useText } from "@/lib/i18n";
import { useWaitingCount } from "./use-care";

/** Customers who wait for me, on the rail. */
export default function WaitingBadge({ className }: { className: string | undefined }) {
  const { t } = useText();
  const count = useWaitingCount();
  if (count === 0) return null;
  return (
    <span className={className}>
      <span aria-hidden="true">{count > 99 ? "99+" : count}</span>
      <span className="visually-hidden">{t("care.badge", { count })}</span>
    </span>
  );
}
