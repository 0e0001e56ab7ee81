import { DownloadOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { App, Button, Popconfirm } from "antd";
import type { Mass } from "@/api/mass-types";
import { nameOf } from "@/api/people";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { dayAndClock } from "@/lib/times";
import { NumberTiles } from "@/ui/number-tiles";
import { PageFrame } from "@/ui/page-frame";
import { ProblemNote } from "@/ui/problem-note";
import { StateTag } from "@/ui/state-tag";
import { ConfirmPart } from "./confirm-part";
import css from "./mass.module.css";
import { MassFiles } from "./mass-files";
import { MassText } from "./mass-text";
import { RecipientsPart } from "./recipients-part";
import { SharesPart } from "./shares-part";
import { massQuery, useAct, useMassLive } from "./use-mass";
import { STATE_TONES } from "./words";

/** One mass message: what it says, how far it is, and what became of everybody. */
export function MassDetail({ id }: { id: number }) {
  const { t } = useText();
  useMassLive();
  const { data, error, isPending } = useQuery(massQuery(id));
  return (
    <PageFrame
      title={t("mass.one")}
      back={{ href: "/customers/mass", label: t("mass.back") }}
      loading={t("mass.loading")}
      problem={data ? undefined : error}
      pending={isPending}
      actions={data && <StateTag tone={STATE_TONES[data.line.state]}>{t(`mass.state.${data.line.state}`)}</StateTag>}
    >
      {data && <Shown mass={data} />}
    </PageFrame>
  );
}

function Shown({ mass }: { mass: Mass }) {
  const { t, locale } = useText();
  const { line } = mass;
  const confirming = line.mine?.state === "WAITING" && line.state !== "CANCELLED";
  const numbers = line.mayManage
    ? [
        { name: t(line.toGroups ? "mass.numbers.groups" : "mass.numbers.total"), value: line.total },
        { name: t("mass.numbers.sent"), value: line.sent },
        { name: t("mass.numbers.leftOut"), value: line.leftOut },
        { name: t("mass.numbers.answered"), value: mass.answered },
        ...(mass.recalled > 0 ? [{ name: t("mass.numbers.recalled"), value: mass.recalled }] : []),
      ]
    : [
        { name: t(line.toGroups ? "mass.numbers.mineGroups" : "mass.numbers.mine"), value: line.mine?.total ?? 0 },
        { name: t("mass.numbers.sent"), value: line.mine?.sent ?? 0 },
        { name: t("mass.numbers.leftOut"), value: line.mine?.leftOut ?? 0 },
      ];
  const facts = [
    t(`mass.kinds.${line.kind}`),
    line.toGroups && t("mass.toGroups"),
    t("mass.by", { name: nameOf(line.author), date: dayAndClock(line.createdAt, locale) }),
    line.sendAt !== null && t("mass.sendAt", { date: dayAndClock(line.sendAt, locale) }),
    line.deadline !== null && t("mass.deadline", { date: dayAndClock(line.deadline, locale) }),
  ].filter((fact) => fact !== false);
  return (
    <>
      {line.text !== "" && (
        <p className={css.bubble}>
          <MassText text={line.text} />
        </p>
      )}
      <MassFiles mass={line.id} attached={line.attached} />
      <p className={css.facts}>
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      {line.mayManage && <Actions mass={mass} />}
      <NumberTiles tiles={numbers} />
      {confirming && <ConfirmPart key={line.id} line={line} />}
      {line.mayManage && line.kind === "COMPANY" && <SharesPart id={line.id} />}
      {!confirming || line.mayManage ? <RecipientsPart mass={mass} /> : null}
    </>
  );
}

function Actions({ mass }: { mass: Mass }) {
  const { t } = useText();
  const { message } = App.useApp();
  const { line } = mass;
  const act = useAct(line.id);
  const run = (what: "remind" | "cancel" | "recall") =>
    follow(act.mutateAsync(what), { onSuccess: () => void message.success(t(`mass.done.${what}`)) });
  const open = line.state === "WAITING" || line.state === "SENDING";
  const recallable = mass.recallUntil !== null && new Date(mass.recallUntil) > new Date();
  return (
    <div className={css.actions}>
      {line.kind === "COMPANY" && open && line.unconfirmed > 0 && (
        <Button loading={act.isPending} onClick={() => run("remind")}>
          {t("mass.remind", { count: line.unconfirmed })}
        </Button>
      )}
      {open && (
        <Popconfirm
          title={t("mass.cancelAsk")}
          okText={t("mass.cancel")}
          cancelText={t("mass.keep")}
          onConfirm={() => run("cancel")}
        >
          <Button>{t("mass.cancel")}</Button>
        </Popconfirm>
      )}
      {recallable && (
        <Popconfirm
          title={t(line.toGroups ? "mass.recallAskGroups" : "mass.recallAsk", { count: line.sent })}
          okText={t("mass.recall")}
          cancelText={t("mass.keep")}
          onConfirm={() => run("recall")}
        >
          <Button danger>{t("mass.recall")}</Button>
        </Popconfirm>
      )}
      <Button icon={<DownloadOutlined />} href={`/api/mass-messages/${line.id}/export.xlsx`} download>
        {t("mass.export")}
      </Button>
      <ProblemNote problem={act.error} />
    </div>
  );
}
