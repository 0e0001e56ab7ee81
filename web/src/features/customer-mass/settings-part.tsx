import { useQuery } from "@tanstack/react-query";
import { App, Button, Select } from "antd";
import type { MassSettings } from "@/api/mass-types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { useDraft } from "@/lib/use-draft";
import { LeaveGuard } from "@/ui/leave-guard";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import { WholeNumber } from "@/ui/whole-number";
import css from "./mass.module.css";
import { settingsQuery, useSaveSettings } from "./use-mass";

const NUMBERS = [
  ["companyPerMonth", 31],
  ["personalPerDay", 20],
] as const;
const KEYWORDS = 10;

/** What the company decides about mass messages. */
export function SettingsPart() {
  const { t } = useText();
  const { data, error } = useQuery(settingsQuery);
  if (!data) return error ? <ProblemNote problem={error} /> : <RowSkeletons label={t("mass.loading")} />;
  return <SettingsForm saved={data} />;
}

function SettingsForm({ saved }: { saved: MassSettings }) {
  const { t } = useText();
  const { message } = App.useApp();
  const save = useSaveSettings();
  const { draft, setDraft, dirty, keep } = useDraft(saved);
  const submit = () =>
    follow(save.mutateAsync(draft), {
      onSuccess: (settings) => {
        keep(settings);
        void message.success(t("mass.settings.saved"));
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
      {NUMBERS.map(([name, max]) => (
        <WholeNumber
          key={name}
          id={`mass-${name}`}
          label={t(`mass.settings.${name}`)}
          min={0}
          max={max}
          value={draft[name]}
          onChange={(value) => setDraft({ ...draft, [name]: value })}
        />
      ))}
      <div className={css.field}>
        <label htmlFor="mass-keywords">{t("mass.settings.keywords")}</label>
        <Select
          id="mass-keywords"
          mode="tags"
          maxCount={KEYWORDS}
          value={draft.keywords}
          onChange={(keywords: string[]) => setDraft({ ...draft, keywords: keywords.map((word) => word.slice(0, 20)) })}
          open={false}
          suffixIcon={null}
        />
        <span className={css.small}>{t("mass.settings.keywordsHelp")}</span>
      </div>
      <LeaveGuard dirty={dirty && !save.isPending} />
      <ProblemNote problem={save.error} />
      <Button type="primary" htmlType="submit" loading={save.isPending} style={{ alignSelf: "flex-start" }}>
        {t("mass.settings.save")}
      </Button>
    </form>
  );
}
