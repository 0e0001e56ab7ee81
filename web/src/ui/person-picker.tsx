import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useDeferredValue, useState } from "react";
import { memberSearch } from "@/api/directory";
import type { Card } from "@/api/types";
import { useText } from "@/lib/i18n";
import { Avatar } from "./avatar";
import css from "./person-picker.module.css";

interface Props {
  id?: string;
  /** People chosen before: so that their names show without a search. */
  known?: Card[];
  value?: number[];
  onChange?: (ids: number[]) => void;
  single?: boolean;
  placeholder?: string;
  "aria-label"?: string;
  disabled?: boolean;
}

/** Finds members by name, pinyin or number. The value is always a list; `single` keeps only the last one. */
export function PersonPicker({ known = [], value = [], onChange, single = false, placeholder, ...rest }: Props) {
  const { t } = useText();
  const [text, setText] = useState("");
  const [seen, setSeen] = useState<ReadonlyMap<number, Card>>(new Map());
  const wanted = useDeferredValue(text);
  const found = useQuery(memberSearch(wanted, 20));
  const people = new Map<number, Card>([...known.map((card) => [card.id, card] as const), ...seen]);
  const results = wanted.trim() === "" ? [] : (found.data?.items ?? []);
  const shown = [...value.flatMap((id) => people.get(id) ?? []), ...results.filter((card) => !value.includes(card.id))];
  const choose = (ids: number[]) => {
    setSeen(new Map([...seen, ...results.map((card) => [card.id, card] as const)]));
    setText("");
    onChange?.(single ? ids.slice(-1) : ids);
  };
  return (
    <Select<number[]>
      {...rest}
      mode="multiple"
      open={text.trim() !== ""}
      value={value}
      onChange={choose}
      showSearch={{ filterOption: false, searchValue: text, onSearch: setText }}
      placeholder={placeholder ?? t("form.searchPeople")}
      notFoundContent={t(found.isFetching || wanted !== text ? "form.loading" : "form.nobody")}
      suffixIcon={null}
      options={shown.map((card) => ({ value: card.id, label: card.name, card }))}
      optionRender={({ data }) => <Option card={data.card} />}
    />
  );
}

function Option({ card }: { card: Card & { departmentName?: string | null } }) {
  return (
    <span className={css.option}>
      <Avatar person={card} size={28} />
      <span className={css.name}>{card.name}</span>
      <span className={css.detail}>{[card.departmentName, card.title].filter(Boolean).join(" · ")}</span>
    </span>
  );
}
