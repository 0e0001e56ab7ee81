import { Popover, Radio } from "antd";
import { useState } from "react";
import type { CustomerFilter, CustomerTags } from "@/api/customer-types";
import { useText } from "@/lib/i18n";
import { Chip } from "@/ui/filter-chip";
import css from "./customer.module.css";
import { TagSelect } from "./tag-select";

interface Props {
  tags: CustomerTags;
  filter: CustomerFilter;
  onChange: (part: Partial<CustomerFilter>) => void;
}

/** Customers with one of some tags, or with all of them. */
export function TagsChip({ tags, filter, onChange }: Props) {
  const { t } = useText();
  const chosen = filter.allTags ?? filter.anyTags ?? [];
  const [all, setAll] = useState(filter.allTags !== undefined);
  const names = new Map([...tags.groups.flatMap((group) => group.tags), ...tags.own].map(({ id, name }) => [id, name]));
  const set = (ids: number[], every: boolean) => {
    const kept = ids.length === 0 ? undefined : ids;
    onChange(every ? { allTags: kept, anyTags: undefined } : { anyTags: kept, allTags: undefined });
  };
  const label = t("customer.filter.tags");
  const first = names.get(chosen[0] ?? 0);
  const face = chosen.length > 1 ? t("customer.filter.tagsMore", { name: first, count: chosen.length - 1 }) : first;
  return (
    <Chip label={label} chosen={chosen.length === 0 ? null : (face ?? "")} onClear={() => set([], all)}>
      {(button) => (
        <Popover
          trigger="click"
          placement="bottomLeft"
          content={
            <div className={css.popover}>
              <Radio.Group
                value={all}
                onChange={(event) => {
                  setAll(event.target.value);
                  set(chosen, event.target.value);
                }}
                options={[
                  { value: false, label: t("customer.filter.any") },
                  { value: true, label: t("customer.filter.all") },
                ]}
              />
              <TagSelect tags={tags} value={chosen} label={label} onChange={(ids) => set(ids, all)} />
            </div>
          }
        >
          {button}
        </Popover>
      )}
    </Chip>
  );
}
