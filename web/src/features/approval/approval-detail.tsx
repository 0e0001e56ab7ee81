import { ArrowLeftOutlined } from "@ant-design/icons";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import type { ApprovalBox, ApprovalRun } from "@/api/approval-types";
import type { FormValues } from "@/api/form-types";
import { useText } from "@/lib/i18n";
import { IconButton } from "@/ui/icon-button";
import { ProblemNote } from "@/ui/problem-note";
import css from "@/ui/records.module.css";
import { RowSkeletons } from "@/ui/skeletons";
import { ActionBar } from "./action-bar";
import { approvalsKey, countsQuery } from "./approval-summary";
import { Comments } from "./comments";
import { DetailHead } from "./detail-head";
import { History } from "./history";
import { PathAhead } from "./path-ahead";
import { RunForm } from "./run-form";
import { runQuery } from "./use-approvals";

/** One approval: what is asked, how it went so far and goes on, what people say, and what may be done. */
export function ApprovalDetail({ id, box, phone }: { id: number; box: ApprovalBox; phone: boolean }) {
  const { t } = useText();
  const navigate = useNavigate();
  const { data: run, error, isPending } = useQuery(runQuery(id));
  useSeen(run);
  return (
    <section className={css.detail} aria-label={t("approval.detail.label")}>
      {phone && (
        <header className={css.bar}>
          <IconButton
            icon={<ArrowLeftOutlined />}
            label={t("approval.back")}
            onClick={() => void navigate({ to: "/approvals", search: { box } })}
          />
        </header>
      )}
      {!run && (
        <div className={css.column}>
          <ProblemNote problem={error} />
          {isPending && <RowSkeletons count={5} label={t("approval.loading")} />}
        </div>
      )}
      {run && <Run run={run} />}
    </section>
  );
}

function Run({ run }: { run: ApprovalRun }) {
  const { t } = useText();
  // What a decider changed in the form, sent with the decision.
  const [changes, setChanges] = useState<FormValues>({});
  return (
    <>
      <div className={css.scroll}>
        <div className={css.column}>
          <DetailHead run={run} />
          <section className={css.part} aria-label={t("approval.fill.form")}>
            <RunForm run={run} changes={changes} onChange={setChanges} />
          </section>
          <section className={css.part} aria-label={t("approval.history.title")}>
            <History run={run} />
            <PathAhead steps={run.path} />
          </section>
          <Comments run={run} />
        </div>
      </div>
      <ActionBar key={run.head.version} run={run} changes={changes} />
    </>
  );
}

/** To open it is to read it: the marks in lists and badge go. */
function useSeen(run: ApprovalRun | undefined) {
  const cache = useQueryClient();
  const unread = run?.head.unread ?? false;
  const version = run?.head.version;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each version is read once
  useEffect(() => {
    if (!unread) return;
    void cache.invalidateQueries({ queryKey: [...approvalsKey, "list"] });
    void cache.invalidateQueries({ queryKey: countsQuery.queryKey });
  }, [unread, version, cache]);
}
