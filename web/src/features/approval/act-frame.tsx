import { Input, Modal } from "antd";
import { type ReactNode, useId } from "react";
import { Problem } from "@/api/http";
import { useText } from "@/lib/i18n";
import { ProblemNote } from "@/ui/problem-note";
import css from "@/ui/records.module.css";
import { isLate } from "./actions";
import type { useDoing } from "./use-doing";

interface Props {
  title: string;
  /** What the button says. */
  send: string;
  danger?: boolean;
  ready?: boolean;
  doing: ReturnType<typeof useDoing>;
  onSend: () => void;
  onClose: () => void;
  children?: ReactNode;
}

export function ActFrame({ title, send, danger = false, ready = true, doing, onSend, onClose, children }: Props) {
  const { t } = useText();
  const late = doing.problem instanceof Problem && isLate(doing.problem.code);
  return (
    <Modal
      open
      title={title}
      okText={send}
      cancelText={t("form.cancel")}
      okButtonProps={{ danger, disabled: !ready }}
      confirmLoading={doing.busy}
      onOk={onSend}
      onCancel={onClose}
    >
      <div className={css.stack}>
        {children}
        {!late && <ProblemNote problem={doing.problem} />}
      </div>
    </Modal>
  );
}

interface ReasonProps {
  value: string;
  onChange: (text: string) => void;
  required?: boolean;
}

export function ReasonField({ value, onChange, required = false }: ReasonProps) {
  const { t } = useText();
  const id = useId();
  return (
    <div className={css.field}>
      <label htmlFor={id}>{t(required ? "approval.decide.reason" : "approval.decide.comment")}</label>
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 2, maxRows: 6 }}
        maxLength={2000}
        required={required}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
