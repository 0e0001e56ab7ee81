import { ArrowLeftOutlined, ThunderboltOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Alert } from "antd";
import type { Ding } from "@/api/ding-types";
import { nameOf } from "@/api/people";
import { useText } from "@/lib/i18n";
import { absolute, dayAndClock } from "@/lib/times";
import { Avatar } from "@/ui/avatar";
import { IconButton } from "@/ui/icon-button";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import { Board } from "./board";
import { BoardActions } from "./board-actions";
import type { Box } from "./boxes";
import { Comments } from "./comments";
import { ConfirmBar } from "./confirm-bar";
import css from "./ding-detail.module.css";
import { AttachmentLink, RecordingPlayer } from "./ding-files";
import { OriginLine } from "./origin-line";
import { ShareButton } from "./share-button";
import { StepsLine } from "./steps-line";
import { dingQuery } from "./use-dings";

/** One DING: what it says and asks, for its sender how far it has come, and what people reply. */
export function DingDetail({ id, box, phone }: { id: number; box: Box; phone: boolean }) {
  const { t } = useText();
  const navigate = useNavigate();
  const { data: ding, error, isPending } = useQuery(dingQuery(id));
  return (
    <section className={css.detail} aria-label={t("ding.detail.label")}>
      {phone && (
        <header className={css.bar}>
          <IconButton
            icon={<ArrowLeftOutlined />}
            label={t("ding.detail.back")}
            onClick={() => void navigate({ to: "/dings", search: { box } })}
          />
        </header>
      )}
      <div className={css.column}>
        <ProblemNote problem={error} />
        {isPending && <RowSkeletons count={4} label={t("ding.loading")} />}
        {ding && (
          <>
            <Head ding={ding} />
            <Content ding={ding} />
            <ConfirmBar ding={ding} />
            {ding.counts && <Board ding={ding} counts={ding.counts} />}
            <Comments ding={ding} />
          </>
        )}
      </div>
    </section>
  );
}

function Head({ ding }: { ding: Ding }) {
  const { t, locale } = useText();
  const name = nameOf(ding.sender ?? undefined);
  const planned = Date.parse(ding.sendAt) > Date.now();
  const time = dayAndClock(ding.sendAt, locale);
  return (
    <header className={css.head}>
      {ding.sender && <Avatar person={ding.sender} size={44} />}
      <div className={css.names}>
        <h2 className={css.title}>{ding.counts ? t("ding.detail.fromMe") : t("ding.detail.from", { name })}</h2>
        <time className={css.when} dateTime={ding.sendAt} title={absolute(ding.sendAt)}>
          {planned ? t("ding.detail.planned", { time }) : time}
        </time>
      </div>
      <div className={css.actions}>
        {!ding.recalledAt && <ShareButton ding={ding.id} />}
        {ding.counts && <BoardActions ding={ding} counts={ding.counts} />}
      </div>
    </header>
  );
}

function Content({ ding }: { ding: Ding }) {
  const { t } = useText();
  return (
    <div className={css.content}>
      {ding.origin && <OriginLine origin={ding.origin} />}
      {ding.recalledAt && <Alert type="warning" showIcon title={t("ding.detail.recalledText")} />}
      {ding.text && <p className={css.text}>{ding.text}</p>}
      {ding.recording && <RecordingPlayer ding={ding.id} />}
      {ding.attachment && <AttachmentLink ding={ding.id} file={ding.attachment} />}
      {ding.overrideReason && (
        <p className={css.note}>
          <ThunderboltOutlined aria-hidden="true" /> {t("ding.detail.override", { reason: ding.overrideReason })}
        </p>
      )}
      {ding.ladder && <StepsLine steps={ding.ladder.steps} />}
    </div>
  );
}
