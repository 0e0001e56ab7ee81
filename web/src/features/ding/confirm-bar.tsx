import { CheckCircleFilled } from "@ant-design/icons";
import { Button } from "antd";
import type { Ding, DingShare } from "@/api/ding-types";
import { useText } from "@/lib/i18n";
import { dayAndClock } from "@/lib/times";
import { ProblemNote } from "@/ui/problem-note";
import css from "./ding-detail.module.css";
import { useConfirm } from "./use-dings";

/** What this DING asks of me: my own confirmation, and those I can give in somebody's place. */
export function ConfirmBar({ ding }: { ding: Ding }) {
  const shares = [...(ding.mine ? [ding.mine] : []), ...ding.standIns];
  if (ding.recalledAt || shares.length === 0) return null;
  return (
    <ul className={css.shares}>
      {shares.map((share) => (
        <li key={share.recipientId} className={css.share}>
          <Share ding={ding.id} share={share} />
        </li>
      ))}
    </ul>
  );
}

function Share({ ding, share }: { ding: number; share: DingShare }) {
  const { t, locale } = useText();
  const confirm = useConfirm();
  const own = share.as === "RECIPIENT";
  if (share.state === "CONFIRMED" && share.confirmedAt && share.confirmedWay) {
    const words = {
      name: share.personName,
      time: dayAndClock(share.confirmedAt, locale),
      way: t(`ding.confirmedWays.${share.confirmedWay}`),
    };
    return (
      <p className={css.confirmed}>
        <CheckCircleFilled aria-hidden="true" />{" "}
        {t(own ? "ding.detail.confirmedAt" : "ding.detail.confirmedFor", words)}
      </p>
    );
  }
  if (share.state === "CLOSED") {
    return <p className={css.note}>{t("ding.detail.closed", { name: share.personName })}</p>;
  }
  if (share.state !== "WAITING") return <p className={css.note}>{t("ding.detail.gaveUp")}</p>;
  return (
    <>
      {!own && <p className={css.note}>{t("ding.detail.standIn", { name: share.personName })}</p>}
      {own && !share.alertedAt && <p className={css.note}>{t("ding.detail.postponed")}</p>}
      <Button
        type={own ? "primary" : "default"}
        size="large"
        loading={confirm.isPending}
        onClick={() => confirm.mutate({ ding, recipient: own ? null : share.recipientId })}
      >
        {own ? t("ding.detail.confirm") : t("ding.detail.confirmFor", { name: share.personName })}
      </Button>
      <ProblemNote problem={confirm.error} />
    </>
  );
}
