import { Input } from "antd";
import { useText } from "@/lib/i18n";
import css from "./handover.module.css";

const LONGEST = 200;

interface Props {
  id: string;
  label: string;
  value: string;
  onChange: (text: string) => void;
}

/** What whoever takes over says first. */
export function FirstWords({ id, label, value, onChange }: Props) {
  const { t } = useText();
  return (
    <div className={css.field}>
      <label htmlFor={id}>{label}</label>
      <Input.TextArea
        id={id}
        rows={3}
        maxLength={LONGEST}
        showCount
        value={value}
        onChange={({ target }) => onChange(target.value)}
        aria-describedby={`${id}-help`}
      />
      <span className={css.small} id={`${id}-help`}>
        {t("handover.assign.messageHelp")}
      </span>
    </div>
  );
}
