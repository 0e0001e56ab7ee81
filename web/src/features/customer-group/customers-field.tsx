import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useDeferredValue, useState } from "react";
import type { GroupCustomer } from "@/api/customer-group-types";
import { useText } from "@/lib/i18n";
import { Avatar } from "@/ui/avatar";
import css from "./group.module.css";
import { myCustomersQuery } from "./use-groups";

interface Props {
  id: string;
  chosen: GroupCustomer[];
  most: number;
  onChange: (customers: GroupCustomer[]) => void;
}

/** Finds one's own customers by name, remark, company or telephone number. */
export function CustomersField({ id, chosen, most, onChange }: Props) {
  const { t } = useText();
  const [text, setText] = useState("");
  const q = useDeferredValue(text.trim());
  const found = useQuery(myCustomersQuery(q));
  const ids = new Set(chosen.map((each) => each.id));
  const results = new Map(
    (found.data?.items ?? [])
      .filter(({ customerId, blocked }) => !ids.has(customerId) && !blocked)
      .map(({ customerId, name, remark }) => [customerId, { id: customerId, name, avatar: null, remark }] as const),
  );
  const shown: (GroupCustomer & { remark?: string })[] = [...chosen, ...results.values()];
  return (
    <Select<number[]>
      id={id}
      mode="multiple"
      maxCount={most}
      value={chosen.map((each) => each.id)}
      onChange={(next) => {
        setText("");
        onChange(next.flatMap((one) => shown.find((each) => each.id === one) ?? []));
      }}
      showSearch={{ filterOption: false, searchValue: text, onSearch: setText }}
      placeholder={t("customerGroup.customers.search")}
      notFoundContent={t(found.isFetching ? "form.loading" : "customerGroup.customers.nobody")}
      suffixIcon={null}
      options={shown.map((each) => ({ value: each.id, label: each.name, customer: each }))}
      optionRender={({ data: { customer } }) => (
        <span className={css.option}>
          <Avatar person={customer} size={28} />
          <span className={css.cut}>{customer.name}</span>
          {customer.remark && <span className={css.small}>{customer.remark}</span>}
        </span>
      )}
    />
  );
}
