import { CloseCircleFilled, DownOutlined, SearchOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Dropdown, Input } from "antd";
import { useState } from "react";
import type { ApprovalBox, ApprovalState } from "@/api/approval-types";
import { nameOf, usePerson } from "@/api/people";
import { useText } from "@/lib/i18n";
import css from "./approval.module.css";
import { PeopleDialog } from "./people-dialog";
import { type Filter, startableQuery } from "./use-approvals";

const STATES: ApprovalState[] = ["RUNNING", "RETURNED", "AGREED", "REFUSED", "REVOKED"];
const SPANS = [1, 7, 30, 90, 365] as const;

interface Props {
  box: ApprovalBox;
  filter: Filter;
  onChange: (filter: Filter) => void;
}

/** Search and chips; what cannot differ in a box is left out. */
export function FilterChips({ box, filter, onChange }: Props) {
  const { t } = useText();
  const templates = useQuery(startableQuery).data ?? [];
  const change = (changes: Partial<Filter>) => onChange({ ...filter, ...changes });
  return (
    <search className={css.filters}>
      <Input
        allowClear
        prefix={<SearchOutlined />}
        placeholder={t("approval.filter.search")}
        aria-label={t("approval.filter.search")}
        value={filter.q}
        onChange={(event) => change({ q: event.target.value })}
      />
      <div className={css.chips}>
        <button
          type="button"
          className={css.chip}
          aria-pressed={filter.unread}
          onClick={() => change({ unread: !filter.unread })}
        >
          {t("approval.filter.unread")}
        </button>
        {box !== "TODO" && (
          <ChoiceChip
            label={t("approval.filter.state")}
            value={filter.state}
            options={STATES.map((state) => ({ value: state, label: t(`approval.states.${state}`) }))}
            onChange={(state) => change({ state })}
          />
        )}
        <ChoiceChip
          label={t("approval.filter.template")}
          value={filter.template}
          options={templates.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(template) => change({ template })}
        />
        {box !== "SENT" && <PersonChip value={filter.applicant} onChange={(applicant) => change({ applicant })} />}
        <ChoiceChip
          label={t("approval.filter.time")}
          value={filter.days}
          options={SPANS.map((days) => ({ value: days, label: t("approval.filter.days", { count: days }) }))}
          onChange={(days) => change({ days })}
        />
      </div>
    </search>
  );
}

interface ChoiceProps<T extends string | number> {
  label: string;
  value: T | null;
  options: { value: T; label: string }[];
  onChange: (value: T | null) => void;
}

function ChoiceChip<T extends string | number>({ label, value, options, onChange }: ChoiceProps<T>) {
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

function PersonChip({ value, onChange }: { value: number | null; onChange: (id: number | null) => void }) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  const person = usePerson(value);
  return (
    <>
      <Chip
        label={t("approval.filter.applicant")}
        chosen={value === null ? null : nameOf(person)}
        onClick={() => setOpen(true)}
        onClear={() => onChange(null)}
      >
        {(face) => face}
      </Chip>
      {open && (
        <PeopleDialog
          title={t("approval.filter.applicant")}
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
  children: (face: React.ReactElement) => React.ReactNode;
}

function Chip({ label, chosen, onClick, onClear, children }: ChipProps) {
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
          aria-label={t("approval.filter.clear", { name: label })}
          onClick={onClear}
        >
          <CloseCircleFilled />
        </button>
      )}
    </span>
  );
}
