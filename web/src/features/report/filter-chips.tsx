import { SearchOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Input } from "antd";
import type { ReportBox } from "@/api/report-types";
import { useText } from "@/lib/i18n";
import { ChoiceChip, PersonChip } from "@/ui/filter-chip";
import css from "@/ui/records.module.css";
import { type Filter, overviewsQuery, templatesQuery } from "./use-reports";

const SPANS = [1, 7, 30, 90, 365] as const;

interface Props {
  box: ReportBox;
  filter: Filter;
  unread: number;
  onChange: (filter: Filter) => void;
}

/** Unread first, then what else narrows the list; what cannot differ in a box is left out. */
export function FilterChips({ box, filter, unread, onChange }: Props) {
  const { t } = useText();
  const writable = useQuery(templatesQuery).data ?? [];
  const overseen = useQuery(overviewsQuery).data ?? [];
  const templates = new Map([...writable, ...overseen].map(({ id, name }) => [id, name]));
  const change = (changes: Partial<Filter>) => onChange({ ...filter, ...changes });
  return (
    <search className={css.filters}>
      <Input
        allowClear
        prefix={<SearchOutlined />}
        placeholder={t("report.filter.search")}
        aria-label={t("report.filter.search")}
        value={filter.q}
        onChange={(event) => change({ q: event.target.value })}
      />
      <div className={css.chips}>
        {box === "RECEIVED" && (
          <button
            type="button"
            className={css.chip}
            aria-pressed={filter.unread}
            onClick={() => change({ unread: !filter.unread })}
          >
            {unread > 0 ? t("report.filter.unreadCount", { count: unread }) : t("report.filter.unread")}
          </button>
        )}
        <ChoiceChip
          label={t("report.filter.template")}
          value={filter.template}
          options={[...templates].map(([value, label]) => ({ value, label }))}
          onChange={(template) => change({ template })}
        />
        {box !== "SENT" && (
          <PersonChip
            label={t("report.filter.author")}
            value={filter.author}
            onChange={(author) => change({ author })}
          />
        )}
        <ChoiceChip
          label={t("report.filter.time")}
          value={filter.days}
          options={SPANS.map((days) => ({ value: days, label: t("report.filter.days", { count: days }) }))}
          onChange={(days) => change({ days })}
        />
      </div>
    </search>
  );
}
