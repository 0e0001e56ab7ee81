import { Button, Input } from "antd";
import { useEffect, useState } from "react";
import type { MemberState } from "@/api/types";
import { useText } from "@/lib/i18n";
import { Chip, Chips } from "@/ui/chip";
import { DepartmentSelect } from "@/ui/department-select";
import css from "./members-page.module.css";
import type { MemberFilter } from "./use-members";

const STATES: MemberState[] = ["ACTIVE", "INVITED", "DISABLED", "LEFT"];
/** Milliseconds after the last key before the list is asked. */
const TYPING_PAUSE = 250;

interface Props {
  filter: MemberFilter;
  onChange: (filter: MemberFilter) => void;
}

export function Filters({ filter, onChange }: Props) {
  const { t } = useText();
  const [text, setText] = useState(filter.q);
  useEffect(() => setText(filter.q), [filter.q]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: waits for the text only
  useEffect(() => {
    if (text === filter.q) return;
    const timer = setTimeout(() => onChange({ ...filter, q: text }), TYPING_PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  const narrowed = filter.state !== null || filter.department !== null || filter.q !== "";
  return (
    <search className={css.filters}>
      <Input.Search
        allowClear
        className={css.search}
        value={text}
        onChange={(event) => setText(event.target.value)}
        placeholder={t("admin.members.search")}
        aria-label={t("admin.members.search")}
        maxLength={50}
      />
      <div className={css.department}>
        <DepartmentSelect
          allowClear
          aria-label={t("admin.members.department")}
          placeholder={t("admin.members.allDepartments")}
          value={filter.department}
          onChange={(department) => onChange({ ...filter, department })}
        />
      </div>
      <Chips label={t("admin.members.state")}>
        <Chip on={filter.state === null} onPick={() => onChange({ ...filter, state: null })}>
          {t("admin.members.allStates")}
        </Chip>
        {STATES.map((state) => (
          <Chip
            key={state}
            on={filter.state === state}
            onPick={() => onChange({ ...filter, state: filter.state === state ? null : state })}
          >
            {t(`admin.states.${state}`)}
          </Chip>
        ))}
      </Chips>
      {narrowed && (
        <Button type="link" size="small" onClick={() => onChange({ state: null, department: null, q: "" })}>
          {t("admin.members.clear")}
        </Button>
      )}
    </search>
  );
}
