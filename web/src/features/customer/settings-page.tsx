import { useQuery } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useMemo } from "react";
import type { ProfileSettings } from "@/api/customer-types";
import { api } from "@/api/http";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { useDraft } from "@/lib/use-draft";
import { LeaveGuard } from "@/ui/leave-guard";
import { ProblemNote } from "@/ui/problem-note";
import { draftsOf, fieldsOf } from "./attribute-drafts";
import { AttributesEditor } from "./attributes-editor";
import { PageFrame } from "./page-frame";
import { StagesEditor } from "./stages-editor";
import { settingsQuery, useChange } from "./use-customers";

/** Stages, attributes and the customers' page, as administrators want them. */
export function SettingsPage() {
  const { t } = useText();
  const { data, error, isPending } = useQuery(settingsQuery);
  return (
    <PageFrame
      title={t("customer.places.settings")}
      lead={t("customer.settings.lead")}
      problem={error}
      pending={isPending}
    >
      {data && <Editor settings={data} />}
    </PageFrame>
  );
}

/** The revision that was seen goes along: a change by somebody else meanwhile is not overwritten. */
const draftOf = ({ stages, attributes, revision }: ProfileSettings) => ({
  stages,
  attributes: draftsOf(attributes),
  revision,
});

function Editor({ settings }: { settings: ProfileSettings }) {
  const { t } = useText();
  const { message } = App.useApp();
  const { draft, setDraft, dirty, keep } = useDraft(useMemo(() => draftOf(settings), [settings]));
  const { stages, attributes, revision } = draft;
  const save = useChange((body: unknown) => api.put<ProfileSettings>("/api/admin/customer-profile-settings", body));
  const submit = () =>
    follow(save.mutateAsync({ stages, attributes: { fields: fieldsOf(attributes, t) }, revision }), {
      onSuccess: (saved) => {
        keep(draftOf(saved));
        void message.success(t("customer.saved"));
      },
    });
  return (
    <>
      <StagesEditor stages={stages} onChange={(next) => setDraft({ ...draft, stages: next })} />
      <AttributesEditor drafts={attributes} onChange={(next) => setDraft({ ...draft, attributes: next })} />
      <LeaveGuard dirty={dirty && !save.isPending} />
      <ProblemNote problem={save.error} />
      <Button type="primary" disabled={!dirty} loading={save.isPending} onClick={submit}>
        {t("customer.save")}
      </Button>
    </>
  );
}
