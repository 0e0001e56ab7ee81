import { useQuery } from "@tanstack/react-query";
import { App, Button, Input } from "antd";
import { useState } from "react";
import type { ApprovalHead } from "@/api/approval-types";
import { Problem } from "@/api/http";
import { useSession } from "@/api/session";
import { useHint } from "@/api/use-hint";
import { appName } from "@/lib/app-name";
import type { CardViewProps } from "@/lib/card-views";
import { useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import { type CardButton, CardFrame, FrozenCard } from "@/ui/card-frame";
import css from "@/ui/records.module.css";
import { isLate } from "./actions";
import { titleOf } from "./approval-row";
import { cardTone, standingOf } from "./tone";
import { headQuery } from "./use-approvals";
import { useDoing } from "./use-doing";

/** An approval in a conversation: the state as it is now for everybody, and the decision for whom it waits. */
export function ApprovalCard({ card }: CardViewProps) {
  const { data: head, refetch } = useQuery(headQuery(card.id));
  useHint("approval", card.id, () => void refetch());
  if (!head) return <FrozenCard card={card} />;
  return <LiveCard head={head} type={card.type} link={card.link} />;
}

interface LiveProps {
  head: ApprovalHead;
  type: string;
  link: string;
}

function LiveCard({ head, type, link }: LiveProps) {
  const { t } = useText();
  const { message } = App.useApp();
  const me = useSession().member.id;
  const doing = useDoing(head.id);
  const { task } = head;
  const [refusing, setRefusing] = useState(false);
  const decide = (verdict: "AGREE" | "REFUSE" | "HANDLE", reason: string | null) => {
    if (!task) return;
    const body = { task: task.task, verdict, reason, signature: null, files: [], changes: null };
    doing.run({ path: "decisions", body }, t(`approval.decide.done.${verdict}`), () => setRefusing(false));
  };
  const refusal = doing.problem instanceof Problem && !isLate(doing.problem.code) ? doing.problem : null;
  const buttons: CardButton[] = [];
  if (task && !refusing) {
    if (task.refuse) {
      buttons.push({ label: t("approval.acts.refuse"), danger: true, onClick: () => setRefusing(true) });
    }
    buttons.push({
      label: t(task.handle ? "approval.acts.done" : "approval.acts.agree"),
      primary: true,
      busy: doing.busy,
      onClick: () => {
        if (task.handle) decide("HANDLE", null);
        else decide("AGREE", null);
      },
    });
  }
  const waiting = task ? t("approval.card.waiting") : t(`approval.states.${standingOf(head)}`);
  return (
    <CardFrame
      tone={cardTone(head, me)}
      app={appName(type, type)}
      status={waiting}
      title={titleOf(head, t)}
      lines={head.summary.map(({ label, text }) => [label, text] as const)}
      link={link}
      buttons={buttons}
    >
      {refusing && task && (
        <RefuseInline
          busy={doing.busy}
          onSend={(reason) => {
            if (reason === "") void message.warning(t("approval.card.reasonNeeded"));
            else decide("REFUSE", reason);
          }}
          onClose={() => setRefusing(false)}
        />
      )}
      {refusal && (
        <p className={css.flaw} role="alert">
          {problemText(t, refusal)}
        </p>
      )}
    </CardFrame>
  );
}

interface RefuseProps {
  busy: boolean;
  onSend: (reason: string) => void;
  onClose: () => void;
}

function RefuseInline({ busy, onSend, onClose }: RefuseProps) {
  const { t } = useText();
  const [reason, setReason] = useState("");
  return (
    <div className={css.inline}>
      <Input.TextArea
        autoFocus
        autoSize={{ minRows: 2, maxRows: 5 }}
        maxLength={2000}
        aria-label={t("approval.decide.reason")}
        placeholder={t("approval.decide.reason")}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") onClose();
        }}
      />
      <div className={css.inlineButtons}>
        <Button onClick={onClose}>{t("form.cancel")}</Button>
        <Button danger type="primary" loading={busy} onClick={() => onSend(reason.trim())}>
          {t("approval.decide.send.REFUSE")}
        </Button>
      </div>
    </div>
  );
}
