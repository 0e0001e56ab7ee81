import { CloseOutlined, SearchOutlined } from "@ant-design/icons";
import { Input } from "antd";
import { useDeferredValue, useState } from "react";
import type { Card } from "@/api/types";
import { useText } from "@/lib/i18n";
import { Avatar } from "./avatar";
import css from "./people-picker.module.css";
import { PickFromDepartments } from "./pick-from-departments";
import { PickFromSearch } from "./pick-from-search";

interface Props {
  chosen: Card[];
  onChange: (chosen: Card[]) => void;
  /** At most so many at once. */
  most: number;
  autoFocus?: boolean;
}

/** Chooses people by searching or by walking through the departments. */
export function PeoplePicker({ chosen, onChange, most, autoFocus }: Props) {
  const { t } = useText();
  const [query, setQuery] = useState("");
  const q = useDeferredValue(query.trim());
  const ids = new Set(chosen.map((each) => each.id));
  const change = (people: Card[], on: boolean) => {
    if (!on) {
      const gone = new Set(people.map((each) => each.id));
      onChange(chosen.filter((each) => !gone.has(each.id)));
      return;
    }
    onChange([...chosen, ...people.filter((each) => !ids.has(each.id))].slice(0, most));
  };
  return (
    <div className={css.picker}>
      <section className={css.from} aria-label={t("ui.picker.people")}>
        <Input
          allowClear
          autoFocus={autoFocus}
          prefix={<SearchOutlined />}
          placeholder={t("ui.picker.search")}
          aria-label={t("ui.picker.search")}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <div className={css.list}>
          {q === "" ? (
            <PickFromDepartments ids={ids} onChange={change} />
          ) : (
            <PickFromSearch query={q} ids={ids} onChange={change} />
          )}
        </div>
      </section>
      <section className={css.chosen} aria-live="polite">
        <p className={css.count}>
          {t("ui.picker.chosen", { count: chosen.length })}
          {chosen.length >= most && ` · ${t("ui.picker.tooMany", { count: most })}`}
        </p>
        <ul className={css.list}>
          {chosen.map((person) => (
            <li key={person.id} className={css.tag}>
              <Avatar person={person} size={28} />
              <span className={css.name}>{person.name}</span>
              <button
                type="button"
                className={css.remove}
                aria-label={t("ui.picker.remove", { name: person.name })}
                onClick={() => change([person], false)}
              >
                <CloseOutlined />
              </button>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
