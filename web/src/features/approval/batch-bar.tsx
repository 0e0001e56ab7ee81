import { App, Button, Input, Modal } from "antd";
import { useState } from "react";
import type { ApprovalHead } from "@/api/approval-types";
import { Problem } from "@/api/http";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import { ProblemNote } from "@/ui/problem-note";
import css from "@/ui/records.module.css";
import { titleOf } from "./approval-row";
import { useBatchAgree } from "./use-approvals";

interface Props {
  items: ApprovalHead[];
  onAll: () => void;
  onClose: () => void;
}

/** Agrees to all that were chosen; what could not be agreed to is told one by one. */
export function BatchBar({ items, onAll, onClose }: Props) {
  const { t } = useText();
  const { message, modal } = App.useApp();
  const agree = useBatchAgree();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const tasks = items.flatMap(({ id, task }) => (task === null ? [] : [{ id, task: task.task }]));
  const send = () =>
    follow(agree.mutateAsync({ items: tasks, reason: reason.trim() || null }), {
      onSuccess: (answers) => {
        const refused = answers.filter((each) => each.problem !== null);
        const done = answers.length - refused.length;
        if (done > 0) void message.success(t("approval.batch.done", { count: done }));
        if (refused.length > 0) {
          modal.warning({
            title: t("approval.batch.refused", { count: refused.length }),
            okText: t("approval.close"),
            content: (
              <ul>
                {refused.map(({ id, problem }) => {
                  const head = items.find((each) => each.id === id);
                  return (
                    <li key={id}>
                      {t("approval.row.fact", {
                        label: head ? titleOf(head, t) : String(id),
                        text: problemText(t, new Problem(409, problem ?? "")),
                      })}
                    </li>
                  );
                })}
              </ul>
            ),
          });
        }
        setAsking(false);
        onClose();
      },
    });
  return (
    <footer className={css.batch}>
      <span role="status">{t("approval.batch.chosen", { count: items.length })}</span>
      <Button type="link" onClick={onAll}>
        {t("approval.batch.all")}
      </Button>
      <Button type="primary" disabled={tasks.length === 0} onClick={() => setAsking(true)}>
        {t("approval.batch.agree")}
      </Button>
      <Button onClick={onClose}>{t("form.cancel")}</Button>
      <Modal
        open={asking}
        title={t("approval.batch.title", { count: tasks.length })}
        okText={t("approval.batch.agree")}
        cancelText={t("form.cancel")}
        confirmLoading={agree.isPending}
        onOk={send}
        onCancel={() => setAsking(false)}
      >
        <Input.TextArea
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={2000}
          aria-label={t("approval.decide.comment")}
          placeholder={t("approval.decide.commentHint")}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <ProblemNote problem={agree.error} />
      </Modal>
    </footer>
  );
}
