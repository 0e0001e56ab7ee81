import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Alert, App } from "antd";
import { useState } from "react";
import type { ApprovalRun } from "@/api/approval-types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { carriedOver } from "./carried-over";
import { FillForm } from "./fill-form";
import { PageFrame } from "./page-frame";
import { surroundingsOf } from "./run-form";
import { runQuery, useAct } from "./use-approvals";

/** What was returned, filled in again by its applicant. */
export function EditPage({ id }: { id: number }) {
  const { t } = useText();
  const run = useQuery({ ...runQuery(id), staleTime: Number.POSITIVE_INFINITY });
  // Once it was begun it stays: the news that it was sent may come before the answer to the sending.
  const [begun, setBegun] = useState<ApprovalRun | null>(null);
  if (!begun && run.data?.mine.resubmit) setBegun(run.data);
  return (
    <PageFrame title={run.data?.head.title ?? ""} back={`/approvals/${id}`} problem={run.error} pending={run.isPending}>
      {begun && <Again run={begun} />}
      {run.data && !begun && <Alert type="info" showIcon title={t("approval.fill.notReturned")} />}
    </PageFrame>
  );
}

function Again({ run }: { run: ApprovalRun }) {
  const { t } = useText();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const act = useAct(run.head.id);
  return (
    <FillForm
      subject={{ run: run.head.id }}
      form={run.form}
      first={{ values: carriedOver(run.form, run.values, {}), chosen: run.mine.chosen }}
      notice="again"
      busy={act.isPending}
      problem={act.error}
      sendText={t("approval.acts.resubmit")}
      onSend={({ values, chosen }, onDone) =>
        follow(act.mutateAsync({ path: "submissions", body: { values, chosen } }), {
          onSuccess: () => {
            onDone();
            void message.success(t("approval.fill.sent", { number: run.head.number }));
            void navigate({
              to: "/approvals/$approvalId",
              params: { approvalId: String(run.head.id) },
              search: { box: "SENT" },
              replace: true,
              ignoreBlocker: true,
            });
          },
        })
      }
      {...surroundingsOf(run)}
    />
  );
}
