import { Alert } from "antd";
import type { ApprovalRun } from "@/api/approval-types";
import type { FieldRights, FormValues } from "@/api/form-types";
import { useText } from "@/lib/i18n";
import { FormFields } from "@/ui/forms/form-fields";
import { FormReading } from "@/ui/forms/form-reading";
import css from "@/ui/records.module.css";
import { RelatedField } from "./related-field";
import { fileAddress } from "./use-approvals";

interface Props {
  run: ApprovalRun;
  changes: FormValues;
  onChange: (changes: FormValues) => void;
}

export function surroundingsOf(run: ApprovalRun) {
  return {
    files: { known: run.files, address: (file: number) => fileAddress(run.head.id, file) },
    approvals: (props: Parameters<typeof RelatedField>[0]) => <RelatedField {...props} names={run.related} />,
  };
}

/** The form to read; where the reader's node lets him, some fields can be changed. */
export function RunForm({ run, changes, onChange }: Props) {
  const { t } = useText();
  const editable = run.mine.tasks[0]?.editable ?? [];
  const around = surroundingsOf(run);
  if (editable.length === 0) return <FormReading form={run.form} values={run.values} {...around} />;
  const rights: FieldRights = Object.fromEntries(editable.map((key) => [key, "EDIT" as const]));
  const values = { ...run.values, ...changes };
  return (
    <div className={css.editing}>
      <Alert type="info" showIcon title={t("approval.detail.editable")} />
      <FormFields
        form={run.form}
        values={values}
        rights={rights}
        otherwise="READ"
        onChange={(update) => onChange(changedIn(run.values, update(values), editable))}
        {...around}
      />
    </div>
  );
}

/** Only what differs from what stands there, and only what may be changed. Columns count with their table. */
export function changedIn(before: FormValues, after: FormValues, editable: readonly string[]): FormValues {
  const keys = new Set(editable.map((path) => path.split(".", 1)[0] ?? path));
  return Object.fromEntries(
    [...keys]
      .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
      .map((key) => [key, after[key]]),
  );
}
