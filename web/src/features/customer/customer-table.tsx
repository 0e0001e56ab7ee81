import { SettingOutlined, TeamOutlined } from "@ant-design/icons";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Checkbox, Popover } from "antd";
import { useState } from "react";
import type { CustomerLine } from "@/api/customer-types";
import type { Field } from "@/api/form-types";
import { useText } from "@/lib/i18n";
import { readStored, writeStored } from "@/lib/storage";
import { DataTable } from "@/ui/data-table";
import { EmptyState } from "@/ui/empty-state";
import { IconButton } from "@/ui/icon-button";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import css from "./customer.module.css";
import { useColumns } from "./customer-columns";
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
  const pages = useInfiniteQuery(listQuery(view));
  const fields = useQuery(settingsQuery).data?.attributes.fields ?? [];
  const [chosen, setChosen] = useState(() => readStored<ColumnKey[]>(STORED) ?? FIRST_COLUMNS);
  const columns = useColumns(chosen, fields, onOpen);
  const rows = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const filtered = filterText(view.filter) !== undefined;
  const choose = (next: ColumnKey[]) => {
    setChosen(next);
    writeStored(STORED, next);
  };
  if (pages.isPending) return <RowSkeletons label={t("customer.loading")} />;
  return (
    <div className={css.table}>
      <ProblemNote problem={pages.error} />
      <div className={css.chooser}>
        <ColumnChooser chosen={chosen} fields={fields} onChange={choose} />
      </div>
      <DataTable<CustomerLine>
        rows={rows}
        columns={columns}
        keyOf={(line) => line.relationId}
        label={t("customer.title")}
        hasMore={pages.hasNextPage}
        loadingMore={pages.isFetchingNextPage}
        onEnd={() => void pages.fetchNextPage()}
        chosen={rows.find((line) => line.customerId === openId)?.relationId ?? null}
        empty={
          pages.isSuccess && (
            <EmptyState
              icon={<TeamOutlined />}
              title={t(filtered ? "customer.empty.filtered" : `customer.empty.${view.scope}`)}
              text={t(filtered ? "customer.empty.filteredText" : "customer.empty.text")}
            />
          )
        }
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
