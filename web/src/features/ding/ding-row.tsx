import { AudioOutlined, PaperClipOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import type { Ding, DingBox } from "@/api/ding-types";
import { nameOf } from "@/api/people";
import { useText } from "@/lib/i18n";
import { absolute, short } from "@/lib/times";
import { Avatar } from "@/ui/avatar";
import css from "./dings-page.module.css";

const NOBODY = { id: 0, name: "?", avatar: null };

export function DingRow({ ding, box, open }: { ding: Ding; box: DingBox; open: boolean }) {
  const { t, locale } = useText();
  return (
    <Link
      to="/dings/$dingId"
      params={{ dingId: String(ding.id) }}
      search={{ box }}
      className={css.row}
      aria-current={open ? "page" : undefined}
    >
      <Avatar person={ding.sender ?? NOBODY} size={40} />
      <span className={css.lines}>
        <span className={css.top}>
          <span className={css.name}>{nameOf(ding.sender ?? undefined)}</span>
          <time className={css.time} dateTime={ding.sendAt} title={absolute(ding.sendAt)}>
            {short(ding.sendAt, locale)}
          </time>
        </span>
        <span className={css.text}>
          {ding.text || t(ding.recalledAt ? "ding.detail.recalledText" : "ding.row.voice")}
        </span>
        <span className={css.marks}>
          <RowState ding={ding} sent={box === "SENT"} />
          {ding.recording && <AudioOutlined aria-label={t("ding.detail.recording")} />}
          {ding.attachment && <PaperClipOutlined aria-label={t("ding.row.file")} />}
        </span>
      </span>
    </Link>
  );
}

/** What this DING asks of me, or how far mine has come. */
function RowState({ ding, sent }: { ding: Ding; sent: boolean }) {
  const { t } = useText();
  if (ding.recalledAt) return <span className={css.tag}>{t("ding.row.recalled")}</span>;
  if (sent && ding.counts) {
    const { confirmed, total } = ding.counts;
    if (Date.parse(ding.sendAt) > Date.now()) return <span className={css.tag}>{t("ding.row.planned")}</span>;
    return (
      <>
        <progress className={css.progress} value={confirmed} max={Math.max(1, total)} aria-hidden="true" />
        <span className="tabular">{t("ding.row.progress", { confirmed, total })}</span>
      </>
    );
  }
  const share =
    ding.mine?.state === "WAITING" ? ding.mine : (ding.standIns.find((each) => each.state === "WAITING") ?? ding.mine);
  if (!share) return null;
  const tone = share.state === "WAITING" ? "busy" : share.state === "CONFIRMED" ? "good" : "quiet";
  return (
    <>
      <span className={css.tag} data-tone={tone}>
        {t(`ding.states.${share.state}`)}
      </span>
      {share.as === "STAND_IN" && <span>{t("ding.row.standIn", { name: share.personName })}</span>}
      {share.state === "WAITING" && !share.alertedAt && <span>{t("ding.row.postponed")}</span>}
    </>
  );
}
