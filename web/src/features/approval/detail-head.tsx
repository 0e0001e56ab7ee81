import { Link } from "@tanstack/react-router";
import type { ApprovalRun } from "@/api/approval-types";
import { useText } from "@/lib/i18n";
import { absolute, dayAndClock } from "@/lib/times";
import { Avatar } from "@/ui/avatar";
import css from "@/ui/records.module.css";
import { titleOf } from "./approval-row";
import { StateTag } from "./state-tag";
import { standingOf } from "./tone";

export function DetailHead({ run: { head } }: { run: ApprovalRun }) {
  const { t, locale } = useText();
  return (
    <header className={css.head}>
      <Avatar person={head.applicant} size={44} />
      <div className={css.names}>
        <h2 className={css.title}>{titleOf(head, t)}</h2>
        <p className={css.when}>
          <span className="tabular">{head.number}</span>
          {" · "}
          <time dateTime={head.submittedAt} title={absolute(head.submittedAt)}>
            {t("approval.detail.submitted", { time: dayAndClock(head.submittedAt, locale) })}
          </time>
        </p>
        {head.undoesId !== null && <Other id={head.undoesId} text={t("approval.detail.undoes")} />}
        {head.undoneById !== null && <Other id={head.undoneById} text={t("approval.detail.undoneBy")} />}
      </div>
      <StateTag standing={standingOf(head)} large />
    </header>
  );
}

function Other({ id, text }: { id: number; text: string }) {
  return (
    <Link className={css.other} to="/approvals/$approvalId" params={{ approvalId: String(id) }}>
      {text}
    </Link>
  );
}
