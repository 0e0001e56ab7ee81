import { SearchOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Input } from "antd";
import type { ApprovalBox, ApprovalState } from "@/api/approval-types";
import { useText } from "@/lib/i18n";
import { ChoiceChip, PersonChip } from "@/ui/filter-chip";
import css from "@/ui/records.module.css";
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
        {box !== "SENT" && (
          <PersonChip
            label={t("approval.filter.applicant")}
            value={filter.applicant}
            onChange={(applicant) => change({ applicant })}
          />
        )}
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
