import { CloseCircleFilled, DownOutlined } from "@ant-design/icons";
import { Dropdown } from "antd";
import { type ReactElement, type ReactNode, useState } from "react";
import { nameOf, usePerson } from "@/api/people";
import { useText } from "@/lib/i18n";
import { PeopleDialog } from "./people-dialog";
import css from "./records.module.css";

interface ChoiceProps<T extends string | number> {
  label: string;
  value: T | null;
  options: { value: T; label: string }[];
  onChange: (value: T | null) => void;
}

/** A filter that takes one of a few values. */
export function ChoiceChip<T extends string | number>({ label, value, options, onChange }: ChoiceProps<T>) {
  const chosen = options.find((each) => each.value === value);
  return (
    <Chip label={label} chosen={chosen?.label ?? null} onClear={() => onChange(null)}>
      {(face) => (
        <Dropdown
          trigger={["click"]}
          menu={{
            items: options.map((each) => ({ key: String(each.value), label: each.label })),
            style: { maxHeight: 320, overflowY: "auto" },
            onClick: ({ key }) => onChange(options.find((each) => String(each.value) === key)?.value ?? null),
          }}
        >
          {face}
        </Dropdown>
      )}
    </Chip>
  );
}

interface PersonProps {
  label: string;
  value: number | null;
  onChange: (id: number | null) => void;
}

/** A filter that takes one person. */
export function PersonChip({ label, value, onChange }: PersonProps) {
  const [open, setOpen] = useState(false);
  const person = usePerson(value);
  return (
    <>
      <Chip
        label={label}
        chosen={value === null ? null : nameOf(person)}
        onClick={() => setOpen(true)}
        onClear={() => onChange(null)}
      >
        {(face) => face}
      </Chip>
      {open && (
        <PeopleDialog
          title={label}
          most={1}
          onClose={() => setOpen(false)}
          onDone={([first]) => {
            onChange(first?.id ?? null);
            setOpen(false);
          }}
        />
      )}
    </>
  );
}

interface ChipProps {
  label: string;
  chosen: string | null;
  onClick?: () => void;
  onClear: () => void;
  /** Around the button that opens the choice. */
  children: (face: ReactElement) => ReactNode;
}

/** The chip itself: what it narrows by, what is chosen, and the way out of it. */
export function Chip({ label, chosen, onClick, onClear, children }: ChipProps) {
  const { t } = useText();
  return (
    <span className={css.chipPair}>
      {children(
        <button type="button" className={css.chip} aria-pressed={chosen !== null} onClick={onClick}>
          {chosen === null ? label : `${label}: ${chosen}`} <DownOutlined aria-hidden />
        </button>,
      )}
      {chosen !== null && (
        <button
          type="button"
          className={css.chipClear}
          aria-label={t("ui.filter.clear", { name: label })}
          onClick={onClear}
        >
          <CloseCircleFilled />
        </button>
      )}
    </span>
  );
}
