import { SettingOutlined, TeamOutlined } from "@ant-design/icons";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Checkbox, Popover } from "antd";
import { useState } from "react";
import type { CustomerLine } from "@/api/customer-types";
import type { Field } from "@/api/form-types";
import { useText } from "@/lib/i18n";
import { usePhone } from "@/lib/media";
import { readStored, writeStored } from "@/lib/storage";
import { DataTable } from "@/ui/data-table";
import { EmptyState } from "@/ui/empty-state";
import { EndlessList } from "@/ui/endless-list";
import { IconButton } from "@/ui/icon-button";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import { CHOSEN_MAX, ChooseBar } from "./choose-bar";
import css from "./customer.module.css";
import { useColumns } from "./customer-columns";
import { CustomerRow } from "./customer-rows";
import { COLUMNS, type ColumnKey, FIRST_COLUMNS, filterText, type View } from "./filter";
import { listQuery, settingsQuery } from "./use-customers";

interface Props {
  view: View;
  openId: number | null;
  onOpen: (customer: number) => void;
}

const STORED = "customer.columns";

/** The list itself: fetched while scrolling, with the columns that were chosen on this device. */
export function CustomerTable({ view, openId, onOpen }: Props) {
  const { t } = useText();
  const phone = usePhone();
  const pages = useInfiniteQuery({ ...listQuery(view), placeholderData: keepPreviousData });
  const fields = useQuery(settingsQuery).data?.attributes.fields ?? [];
  const [chosen, setChosen] = useState(() => readStored<ColumnKey[]>(STORED) ?? FIRST_COLUMNS);
  const [picked, setPicked] = useState<ReadonlySet<number>>(new Set());
  const pick = (relation: number, on: boolean) => {
    const others = [...picked].filter((each) => each !== relation);
    setPicked(new Set(on ? [...others, relation].slice(0, CHOSEN_MAX) : others));
  };
  const columns = useColumns(chosen, fields, { picked, onPick: pick }, onOpen);
  const rows = pages.data?.pages.flatMap((page) => page.items) ?? [];
  /** Who is filtered out meanwhile is not meant. */
  const meant = rows.map((line) => line.relationId).filter((id) => picked.has(id));
  const filtered = filterText(view.filter) !== undefined;
  const choose = (next: ColumnKey[]) => {
    setChosen(next);
    writeStored(STORED, next);
  };
  if (pages.isPending) return <RowSkeletons label={t("customer.loading")} />;
  const empty = pages.isSuccess && !pages.isPlaceholderData && (
    <EmptyState
      icon={<TeamOutlined />}
      title={t(filtered ? "customer.empty.filtered" : `customer.empty.${view.scope}`)}
      text={t(filtered ? "customer.empty.filteredText" : "customer.empty.text")}
    />
  );
  const endless = {
    label: t("customer.title"),
    hasMore: pages.hasNextPage,
    loadingMore: pages.isFetchingNextPage,
    onEnd: () => void pages.fetchNextPage(),
    empty,
  };
  if (phone) {
    return (
      <div className={css.table}>
        <ProblemNote problem={pages.error} />
        <EndlessList<CustomerLine>
          {...endless}
          items={rows}
          keyOf={(line) => line.relationId}
          rowHeight={65}
          render={(line) => <CustomerRow line={line} served={view.scope !== "MINE"} onOpen={onOpen} />}
        />
      </div>
    );
  }
  return (
    <div className={css.table}>
      <ProblemNote problem={pages.error} />
      {meant.length > 0 && (
        <ChooseBar
          chosen={meant}
          onAll={() => setPicked(new Set(rows.slice(0, CHOSEN_MAX).map((line) => line.relationId)))}
          onNone={() => setPicked(new Set())}
        />
      )}
      <div className={css.chooser}>
        <ColumnChooser chosen={chosen} fields={fields} onChange={choose} />
      </div>
      <DataTable<CustomerLine>
        rows={rows}
        columns={columns}
        keyOf={(line) => line.relationId}
        {...endless}
        chosen={rows.find((line) => line.customerId === openId)?.relationId ?? null}
      />
    </div>
  );
}

interface ChooserProps {
  chosen: ColumnKey[];
  fields: Field[];
  onChange: (columns: ColumnKey[]) => void;
}

function ColumnChooser({ chosen, fields, onChange }: ChooserProps) {
  const { t } = useText();
  const options = [
    ...COLUMNS.map((key) => ({ value: key as ColumnKey, label: t(`customer.columns.${key}`) })),
    ...fields.map(({ key, label }) => ({ value: `attribute.${key}` as ColumnKey, label })),
  ];
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <fieldset className={css.popover} aria-label={t("customer.columns.choose")}>
          {options.map(({ value, label }) => (
            <Checkbox
              key={value}
              checked={chosen.includes(value)}
              onChange={({ target }) =>
                onChange(
                  options
                    .map((option) => option.value)
                    .filter((key) => (key === value ? target.checked : chosen.includes(key))),
                )
              }
            >
              {label}
            </Checkbox>
          ))}
        </fieldset>
      }
    >
      <IconButton size="small" icon={<SettingOutlined />} label={t("customer.columns.choose")} />
    </Popover>
  );
}
