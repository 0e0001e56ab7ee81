import { Radio } from "antd";
import { useText } from "@/lib/i18n";
import { DepartmentsSelect } from "@/ui/department-select";
import { PersonPicker } from "@/ui/person-picker";
import type { Draft } from "./draft";
import css from "./mass.module.css";

interface Props {
  draft: Draft;
  /** Only who administers the company may mean all of its employees. */
  everyone: boolean;
  onChange: (changes: Partial<Draft>) => void;
}

/** Whose customers: all employees, or some departments and people. */
export function PeopleChoice({ draft, everyone, onChange }: Props) {
  const { t } = useText();
  return (
    <div className={css.field}>
      <span className={css.label} id="mass-people">
        {t("mass.compose.people")}
      </span>
      <Radio.Group
        aria-labelledby="mass-people"
        value={draft.everyone}
        onChange={({ target }) => onChange({ everyone: target.value as boolean })}
        options={[
          { value: true, label: t("mass.compose.everyone"), disabled: !everyone },
          { value: false, label: t("mass.compose.some") },
        ]}
      />
      {!draft.everyone && (
        <>
          <DepartmentsSelect
            id="mass-departments"
            aria-label={t("mass.compose.departments")}
            placeholder={t("mass.compose.departments")}
            value={draft.departments}
            onChange={(departments) => onChange({ departments })}
          />
          <PersonPicker
            aria-label={t("mass.compose.members")}
            value={draft.members}
            onChange={(members) => onChange({ members })}
          />
        </>
      )}
    </div>
  );
}
