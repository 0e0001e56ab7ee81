import { useMutation } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useState } from "react";
import { api } from "@/api/http";
import type { Member } from "@/api/types";
import { useText } from "@/lib/i18n";
import { PersonPicker } from "@/ui/person-picker";
import { ProblemNote } from "@/ui/problem-note";
import css from "./members-page.module.css";

/** Everything that waits for one person in approvals goes to another: for absence, leaving, another post. */
export function ApprovalHandOver({ member }: { member: Member }) {
  const { t } = useText();
  const { message } = App.useApp();
  const [to, setTo] = useState<number[]>([]);
  const handOver = useMutation({
    mutationFn: () => api.post<{ runs: number }>("/api/admin/approval-hand-overs", { from: member.id, to: to[0] }),
    onSuccess: ({ runs }) => {
      void message.success(t("admin.member.approvalsDone", { count: runs }));
      setTo([]);
    },
  });
  return (
    <section className={css.part} aria-labelledby="member-approvals">
      <h2 className={css.partTitle} id="member-approvals">
        {t("admin.member.approvals")}
      </h2>
      <p className={css.quiet}>{t("admin.member.approvalsText", { name: member.name })}</p>
      <div className={css.wide}>
        <PersonPicker aria-label={t("admin.member.approvalsTo")} single value={to} onChange={setTo} />
      </div>
      <ProblemNote problem={handOver.error} />
      <Button disabled={to.length === 0} loading={handOver.isPending} onClick={() => handOver.mutate()}>
        {t("admin.member.approvalsSend")}
      </Button>
    </section>
  );
}
