import { useQuery } from "@tanstack/react-query";
import { App, Button } from "antd";
import type { PrivacySettings, RetentionPreview } from "@/api/privacy-types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { useDebounced } from "@/lib/use-debounced";
import { useDraft } from "@/lib/use-draft";
import { LeaveGuard } from "@/ui/leave-guard";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import { WholeNumber } from "@/ui/whole-number";
import css from "./privacy.module.css";
import { previewQuery, settingsQuery, useSaveSettings } from "./use-privacy";

const NUMBERS = [
  ["erasureDays", 0, 30],
  ["exportDays", 1, 30],
  ["retentionMonths", 0, 120],
  ["deviceMonths", 0, 24],
] as const;
const NOBODY: RetentionPreview = { customers: 0, devices: 0 };
const PAUSE_MS = 400;

/** How long what is kept, and whom that would touch now. */
export function RulesPart() {
  const { t } = useText();
  const { data, error } = useQuery(settingsQuery);
  if (!data) return error ? <ProblemNote problem={error} /> : <RowSkeletons label={t("privacy.loading")} />;
  return <RulesForm saved={data} />;
}

function RulesForm({ saved }: { saved: PrivacySettings }) {
  const { t } = useText();
  const { message, modal } = App.useApp();
  const save = useSaveSettings();
  const { draft, setDraft, dirty, keep } = useDraft(saved);
  const retentionMonths = useDebounced(draft.retentionMonths, PAUSE_MS);
  const deviceMonths = useDebounced(draft.deviceMonths, PAUSE_MS);
  const off = draft.retentionMonths === 0 && draft.deviceMonths === 0;
  const preview = useQuery(previewQuery(retentionMonths, deviceMonths));
  const touched = off ? NOBODY : (preview.data ?? NOBODY);
  // Nothing is saved before it is known whom just these months touch.
  const asked = retentionMonths === draft.retentionMonths && deviceMonths === draft.deviceMonths;
  const known = off || (asked && preview.data !== undefined && !preview.isPlaceholderData);
  const send = () =>
    follow(save.mutateAsync(draft), {
      onSuccess: (settings) => {
        keep(settings);
        void message.success(t("privacy.saved"));
      },
    });
  const submit = () => {
    if (touched.customers === 0 || draft.retentionMonths === saved.retentionMonths) {
      send();
      return;
    }
    modal.confirm({
      title: t("privacy.tabs.rules"),
      content: t("privacy.rules.ask", { count: touched.customers, customers: touched.customers }),
      okText: t("privacy.save"),
      okButtonProps: { danger: true },
      cancelText: t("privacy.cancel"),
      onOk: send,
    });
  };
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p className={css.lead}>{t("privacy.rules.lead")}</p>
      {NUMBERS.map(([name, min, max]) => (
        <WholeNumber
          key={name}
          id={`privacy-${name}`}
          label={t(`privacy.rules.${name}`)}
          min={min}
          max={max}
          value={draft[name]}
          onChange={(value) => setDraft({ ...draft, [name]: value })}
        />
      ))}
      <p role="status" className={css.quiet}>
        {touched.customers + touched.devices === 0
          ? t("privacy.rules.previewNone")
          : t("privacy.rules.preview", { customers: touched.customers, devices: touched.devices })}
      </p>
      <LeaveGuard dirty={dirty && !save.isPending} />
      <ProblemNote problem={save.error ?? preview.error} />
      <Button type="primary" htmlType="submit" className={css.start} disabled={!known} loading={save.isPending}>
        {t("privacy.save")}
      </Button>
    </form>
  );
}
