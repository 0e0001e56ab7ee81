import { SearchOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useState } from "react";
import type { CustomerFilter, CustomerLevel } from "@/api/customer-types";
import { useText } from "@/lib/i18n";
import { ChoiceChip, PersonChip } from "@/ui/filter-chip";
import css from "@/ui/records.module.css";
import own from "./customer.module.css";
import { narrowed, type View } from "./filter";
import { FilterDialog } from "./filter-dialog";
import { TagsChip } from "./tags-chip";
import { tagsQuery, useStages } from "./use-customers";

const LEVELS: CustomerLevel[] = ["ANONYMOUS", "VERIFIED", "HOST_SIGNED"];
const HOURS = [0, 1, 4, 24, 72] as const;

/** What is typed and the filters that are used most; the rest is in a dialog. */
export function FilterBar({ view, onView }: { view: View; onView: (view: View) => void }) {
  const { t } = useText();
  const [more, setMore] = useState(false);
  const tags = useQuery(tagsQuery).data;
  const { stages, nameOf } = useStages();
  const { filter } = view;
  const change = (part: Partial<CustomerFilter>) => onView({ ...view, filter: { ...filter, ...part } });
  const count = narrowed(filter);
  return (
    <search className={own.filters}>
      <Input
        allowClear
        className={own.search}
        prefix={<SearchOutlined />}
        placeholder={t("customer.filter.search")}
        aria-label={t("customer.filter.search")}
        maxLength={100}
        value={filter.q ?? ""}
        onChange={(event) => change({ q: event.target.value })}
      />
      <div className={css.chips}>
        {tags && <TagsChip tags={tags} filter={filter} onChange={change} />}
        <ChoiceChip
          label={t("customer.filter.stage")}
          value={filter.stages?.[0] ?? null}
          options={stages.map(({ key }) => ({ value: key, label: nameOf(key) }))}
          onChange={(stage) => change({ stages: stage === null ? undefined : [stage] })}
        />
        <ChoiceChip
          label={t("customer.filter.unanswered")}
          value={filter.unansweredHours ?? null}
          options={HOURS.map((hours) => ({
            value: hours,
            label: hours === 0 ? t("customer.filter.unansweredNow") : t("customer.filter.hours", { count: hours }),
          }))}
          onChange={(hours) => change({ unansweredHours: hours ?? undefined })}
        />
        {view.scope !== "MINE" && (
          <PersonChip
            label={t("customer.filter.member")}
            value={filter.member ?? null}
            onChange={(member) => change({ member: member ?? undefined })}
          />
        )}
        <ChoiceChip
          label={t("customer.filter.level")}
          value={filter.levels?.[0] ?? null}
          options={LEVELS.map((level) => ({ value: level, label: t(`customer.levels.${level}`) }))}
          onChange={(level) => change({ levels: level === null ? undefined : [level] })}
        />
        <button type="button" className={css.chip} onClick={() => setMore(true)}>
          {t("customer.filter.more")}
        </button>
        {count > 0 && (
          <Button type="link" size="small" onClick={() => onView({ ...view, filter: { q: filter.q } })}>
            {t("customer.filter.clear", { count })}
          </Button>
        )}
      </div>
      {more && (
        <FilterDialog
          view={view}
          onClose={() => setMore(false)}
          onDone={(next) => {
            onView(next);
            setMore(false);
          }}
        />
      )}
    </search>
  );
}
