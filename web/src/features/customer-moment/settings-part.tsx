import { useQuery } from "@tanstack/react-query";
import { App, Button, Checkbox } from "antd";
import type { MomentSettings } from "@/api/moment-types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { useDraft } from "@/lib/use-draft";
import { LeaveGuard } from "@/ui/leave-guard";
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
  const { message } = App.useApp();
  const save = useSaveSettings();
  const { draft, setDraft, dirty, keep } = useDraft(saved);
  const submit = () =>
    follow(save.mutateAsync(draft), {
      onSuccess: (settings) => {
        keep(settings);
        void message.success(t("moment.settings.saved"));
      },
    });
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
      <LeaveGuard dirty={dirty && !save.isPending} />
      <ProblemNote problem={save.error} />
      <Button type="primary" htmlType="submit" loading={save.isPending} style={{ alignSelf: "flex-start" }}>
        {t("moment.settings.save")}
      </Button>
    </form>
  );
}
