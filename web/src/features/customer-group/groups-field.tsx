import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useDeferredValue, useState } from "react";
import { useText } from "@/lib/i18n";
import { choosableQuery } from "./use-groups";

export interface NamedGroup {
  id: number;
  title: string;
}

interface Props {
  id: string;
  chosen: NamedGroup[];
  most: number;
  placeholder: string;
  onChange: (groups: NamedGroup[]) => void;
}

/** Finds groups by their titles; they keep the order in which they were chosen. */
export function GroupsField({ id, chosen, most, placeholder, onChange }: Props) {
  const { t } = useText();
  const [text, setText] = useState("");
  const found = useQuery(choosableQuery(useDeferredValue(text.trim())));
  const ids = new Set(chosen.map((each) => each.id));
  const shown: NamedGroup[] = [
    ...chosen,
    ...(found.data?.items ?? []).filter((group) => !ids.has(group.id) && group.role !== "MEMBER"),
  ];
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
      placeholder={placeholder}
      notFoundContent={t(found.isFetching ? "form.loading" : "customerGroup.noGroups")}
      options={shown.map((each) => ({ value: each.id, label: each.title }))}
    />
  );
}
