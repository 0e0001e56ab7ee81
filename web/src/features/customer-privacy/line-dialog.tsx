import { Input, Modal } from "antd";
import { useState } from "react";
import type { RegisterEntry, RegisterLine } from "@/api/privacy-types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { ProblemNote } from "@/ui/problem-note";
import css from "./privacy.module.css";
import { useSaveLine } from "./use-privacy";

const FIELDS = [
  ["activity", 100],
  ["people", 1_000],
  ["data", 1_000],
  ["purpose", 1_000],
  ["basis", 1_000],
  ["recipients", 1_000],
  ["retention", 1_000],
] as const satisfies readonly (readonly [keyof RegisterEntry, number])[];

/** One line of the register that the company writes itself. */
export function LineDialog({ line, onClose }: { line: RegisterLine; onClose: () => void }) {
  const { t } = useText();
  const save = useSaveLine(line.id);
  const [draft, setDraft] = useState(line.entry);
  return (
    <Modal
      open
      title={line.id === null ? t("privacy.register.add") : t("privacy.register.edit")}
      okText={t("privacy.save")}
      cancelText={t("privacy.cancel")}
      okButtonProps={{ disabled: draft.activity.trim() === "" }}
      confirmLoading={save.isPending}
      onOk={() => follow(save.mutateAsync(draft), { onSuccess: onClose })}
      onCancel={onClose}
    >
      <div className={css.form}>
        {FIELDS.map(([field, most]) => (
          <div key={field} className={css.field}>
            <label htmlFor={`line-${field}`}>{t(`privacy.register.${field}`)}</label>
            {field === "activity" ? (
              <Input
                id={`line-${field}`}
                maxLength={most}
                value={draft[field]}
                onChange={({ target }) => setDraft({ ...draft, [field]: target.value })}
              />
            ) : (
              <Input.TextArea
                id={`line-${field}`}
                autoSize={{ minRows: 1, maxRows: 6 }}
                maxLength={most}
                value={draft[field]}
                onChange={({ target }) => setDraft({ ...draft, [field]: target.value })}
              />
            )}
          </div>
        ))}
        <ProblemNote problem={save.error} />
      </div>
    </Modal>
  );
}
