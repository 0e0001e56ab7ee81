import { useQuery } from "@tanstack/react-query";
import { Button, Checkbox, Select } from "antd";
import type { CareException, CareSettings } from "@/api/care-types";
import { useText } from "@/lib/i18n";
import { useDraft } from "@/lib/use-draft";
import { DraftForm } from "@/ui/draft-form";
import { useNames } from "@/ui/forms/designer/use-names";
import { PageFrame } from "@/ui/page-frame";
import css from "./care.module.css";
import { ExceptionField } from "./exception-field";
import { TimesField } from "./times-field";
import { settingsQuery, useSaveSettings } from "./use-care";

const EXCEPTIONS_MAX = 20;

/** When employees are reminded of customers who wait, and what follows. */
export function RulesPage() {
  const { t } = useText();
  const { data, error, isPending } = useQuery(settingsQuery);
  return (
    <PageFrame
      title={t("care.rules.title")}
      lead={t("care.rules.lead")}
      narrow
      back={{ href: "/customers/waiting", label: t("care.rules.back") }}
      loading={t("care.loading")}
      problem={error}
      pending={isPending}
    >
      {data && <RulesForm saved={data} />}
    </PageFrame>
  );
}

function RulesForm({ saved }: { saved: CareSettings }) {
  const { t } = useText();
  const save = useSaveSettings();
  const form = useDraft(saved);
  const { draft, setDraft } = form;
  useNames(
    [draft.times, ...draft.exceptions.map(({ times }) => times)].flatMap((each) => [...each.colleagues, ...each.alert]),
  );
  const set = (exceptions: CareException[]) => setDraft({ ...draft, exceptions });
  return (
    <DraftForm
      form={form}
      save={save}
      words={{ save: t("care.rules.save"), saved: t("care.rules.saved") }}
      className={css.form}
    >
      <Checkbox checked={draft.enabled} onChange={({ target }) => setDraft({ ...draft, enabled: target.checked })}>
        {t("care.rules.enabled")}
      </Checkbox>
      <TimesField value={draft.times} onChange={(times) => setDraft({ ...draft, times })} />
      <div className={css.field}>
        <label htmlFor="care-closings">{t("care.rules.closings")}</label>
        <Select<string[]>
          id="care-closings"
          mode="tags"
          open={false}
          suffixIcon={null}
          value={draft.closings}
          onChange={(closings) => setDraft({ ...draft, closings })}
        />
        <span className={css.small}>{t("care.rules.closingsHelp")}</span>
      </div>
      <h2>{t("care.rules.exceptions")}</h2>
      <p className={css.small}>{t("care.rules.exceptionsHelp")}</p>
      {draft.exceptions.map((exception, index) => (
        <ExceptionField
          // biome-ignore lint/suspicious/noArrayIndexKey: exceptions have no other name than their place
          key={index}
          place={index + 1}
          value={exception}
          onChange={(next) => set(draft.exceptions.map((each, at) => (at === index ? next : each)))}
          onRemove={() => set(draft.exceptions.filter((_, at) => at !== index))}
        />
      ))}
      <Button
        disabled={draft.exceptions.length >= EXCEPTIONS_MAX}
        style={{ alignSelf: "flex-start" }}
        onClick={() => set([...draft.exceptions, { ways: [], range: null, enabled: true, times: draft.times }])}
      >
        {t("care.rules.addException")}
      </Button>
    </DraftForm>
  );
}
