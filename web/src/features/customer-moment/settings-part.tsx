import { useQuery } from "@tanstack/react-query";
import { Checkbox } from "antd";
import type { MomentSettings } from "@/api/moment-types";
import { useText } from "@/lib/i18n";
import { useDraft } from "@/lib/use-draft";
import { DraftForm } from "@/ui/draft-form";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import { WholeNumber } from "@/ui/whole-number";
import css from "./moment.module.css";
import { settingsQuery, useSaveSettings } from "./use-moments";

const NUMBERS = [
  ["companyPerMonth", 0, 100],
  ["personalPerDay", 0, 50],
  ["confirmDays", 1, 90],
  ["commentsPerMinute", 1, 60],
] as const;

const SWITCHES = ["othersVisible", "membersMay"] as const;

/** What the company decides about moments. */
export function SettingsPart() {
  const { t } = useText();
  const { data, error } = useQuery(settingsQuery);
  if (!data) return error ? <ProblemNote problem={error} /> : <RowSkeletons label={t("moment.loading")} />;
  return <SettingsForm saved={data} />;
}

function SettingsForm({ saved }: { saved: MomentSettings }) {
  const { t } = useText();
  const save = useSaveSettings();
  const form = useDraft(saved);
  const { draft, setDraft } = form;
  return (
    <DraftForm
      form={form}
      save={save}
      words={{ save: t("moment.settings.save"), saved: t("moment.settings.saved") }}
      className={css.form}
    >
      {NUMBERS.map(([name, min, max]) => (
        <WholeNumber
          key={name}
          id={`moment-${name}`}
          label={t(`moment.settings.${name}`)}
          min={min}
          max={max}
          value={draft[name]}
          onChange={(value) => setDraft({ ...draft, [name]: value })}
        />
      ))}
      {SWITCHES.map((name) => (
        <Checkbox
          key={name}
          checked={draft[name]}
          onChange={({ target }) => setDraft({ ...draft, [name]: target.checked })}
        >
          {t(`moment.settings.${name}`)}
        </Checkbox>
      ))}
    </DraftForm>
  );
}
