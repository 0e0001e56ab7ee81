import { useQuery } from "@tanstack/react-query";
import { App, Button, Checkbox } from "antd";
import { useState } from "react";
import type { HandOverSettings } from "@/api/handover-types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
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
  const { message } = App.useApp();
  const save = useSaveSettings();
  const [draft, setDraft] = useState(saved);
  const submit = () =>
    follow(save.mutateAsync(draft), { onSuccess: () => void message.success(t("handover.settings.saved")) });
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
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
      <ProblemNote problem={save.error} />
      <Button type="primary" htmlType="submit" loading={save.isPending} style={{ alignSelf: "flex-start" }}>
        {t("handover.settings.save")}
      </Button>
    </form>
  );
}
