import { Select } from "antd";
import type { CustomerTags } from "@/api/customer-types";
import { useText } from "@/lib/i18n";

interface Props {
  tags: CustomerTags;
  value: number[];
  label: string;
  onChange: (ids: number[]) => void;
  autoFocus?: boolean;
}

/** Tags of the company under their groups, and the reader's own. */
export function TagSelect({ tags, value, label, onChange, autoFocus }: Props) {
  const { t } = useText();
  const options = [
    ...tags.groups.map((group) => ({
      label: group.name,
      options: group.tags.map((tag) => ({ value: tag.id, label: tag.name })),
    })),
    ...(tags.own.length > 0
      ? [{ label: t("customer.tags.own"), options: tags.own.map((tag) => ({ value: tag.id, label: tag.name })) }]
      : []),
  ];
  return (
    <Select<number[]>
      mode="multiple"
      aria-label={label}
      placeholder={label}
      style={{ width: "100%" }}
      autoFocus={autoFocus}
      showSearch={{ optionFilterProp: "label" }}
      notFoundContent={t("customer.tags.none")}
      value={value}
      options={options}
      onChange={onChange}
    />
  );
}
