import { useQuery } from "@tanstack/react-query";
import { App, Button, Checkbox, Input } from "antd";
import { useState } from "react";
import type { ArchiveSettings } from "@/api/guard-types";
import { api } from "@/api/http";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import { AuditorsPart } from "./auditors-part";
import css from "./guard.module.css";
import { RangeChoice } from "./range-choice";
import { archiveSettingsQuery, useGuardChange } from "./use-guard";

/** What the company decides about archiving, and who may read. */
export function SetupPart({ appoints }: { appoints: boolean }) {
  const { t } = useText();
  const { data, error } = useQuery(archiveSettingsQuery);
  return (
    <>
      <ProblemNote problem={error} />
      {!data && !error && <RowSkeletons label={t("guard.loading")} />}
      {data && <SettingsForm key={data.noticeVersion} saved={data.settings} version={data.noticeVersion} />}
      <AuditorsPart appoints={appoints} />
    </>
  );
}

function SettingsForm({ saved, version }: { saved: ArchiveSettings; version: number }) {
  const { t } = useText();
  const { message } = App.useApp();
  const [draft, setDraft] = useState(saved);
  const save = useGuardChange((body: ArchiveSettings) => api.put("/api/archive/settings", body));
  const submit = () =>
    follow(save.mutateAsync(draft), { onSuccess: () => void message.success(t("guard.setup.saved")) });
  return (
    <form
      className={`${css.form} ${css.part}`}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={css.field}>
        <Checkbox checked={draft.enabled} onChange={({ target }) => setDraft({ ...draft, enabled: target.checked })}>
          {t("guard.setup.enabled")}
        </Checkbox>
        <span className={css.small}>{t("guard.setup.enabledText")}</span>
      </div>
      <RangeChoice
        label={t("guard.setup.range")}
        value={draft.range}
        onChange={(range) => setDraft({ ...draft, range })}
      />
      <div className={css.field}>
        <label htmlFor="guard-notice">{t("guard.setup.notice")}</label>
        <Input.TextArea
          id="guard-notice"
          aria-describedby="guard-notice-help"
          rows={4}
          maxLength={5000}
          value={draft.notice}
          onChange={({ target }) => setDraft({ ...draft, notice: target.value })}
        />
        <span id="guard-notice-help" className={css.small}>
          {t("guard.setup.noticeHelp")} {t("guard.setup.version", { version })}
        </span>
      </div>
      <div className={css.field}>
        <Checkbox
          checked={draft.keepRecalled}
          onChange={({ target }) => setDraft({ ...draft, keepRecalled: target.checked })}
        >
          {t("guard.setup.keepRecalled")}
        </Checkbox>
        <span className={css.small}>{t("guard.setup.keepRecalledText")}</span>
      </div>
      <ProblemNote problem={save.error} />
      <Button type="primary" htmlType="submit" loading={save.isPending} style={{ alignSelf: "flex-start" }}>
        {t("guard.setup.save")}
      </Button>
    </form>
  );
}
