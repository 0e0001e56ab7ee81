import { useQuery } from "@tanstack/react-query";
import { Checkbox } from "antd";
import type { HandOverSettings } from "@/api/handover-types";
import { useText } from "@/lib/i18n";
import { useDraft } from "@/lib/use-draft";
import { DraftForm } from "@/ui/draft-form";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import { WholeNumber } from "@/ui/whole-number";
import css from "./handover.module.css";
import { settingsQuery, useSaveSettings } from "./use-handovers";

const NUMBERS = [
  ["answerHours", 1, 168],
  ["onJobMax", 1, 100],
  ["onJobDays", 1, 365],
  ["leftDays", 1, 3650],
  ["undoDays", 0, 30],
] as const;

const SWITCHES = ["remark", "tags", "membersMay"] as const;

/** What the company decides about hand-overs. */
export function SettingsPart() {
  const { t } = useText();
  const { data, error } = useQuery(settingsQuery);
  if (!data) return error ? <ProblemNote problem={error} /> : <RowSkeletons label={t("handover.loading")} />;
  return <SettingsForm saved={data} />;
}

function SettingsForm({ saved }: { saved: HandOverSettings }) {
  const { t } = useText();
  const save = useSaveSettings();
  const form = useDraft(saved);
  const { draft, setDraft } = form;
  return (
    <DraftForm
      form={form}
      save={save}
      words={{ save: t("handover.settings.save"), saved: t("handover.settings.saved") }}
      className={css.form}
    >
      {NUMBERS.map(([name, min, max]) => (
        <WholeNumber
          key={name}
          id={`handover-${name}`}
          label={t(`handover.settings.${name}`)}
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
          {t(`handover.settings.${name}`)}
        </Checkbox>
      ))}
    </DraftForm>
  );
}
