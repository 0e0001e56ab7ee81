import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import type { ProfileSettings } from "@/api/customer-types";
import { api } from "@/api/http";
import { useText } from "@/lib/i18n";
import { ProblemNote } from "@/ui/problem-note";
import { type AttributeDraft, draftsOf, fieldsOf } from "./attribute-drafts";
import { AttributesEditor } from "./attributes-editor";
import { PageFrame } from "./page-frame";
import { StagesEditor } from "./stages-editor";
import { settingsQuery, useChange } from "./use-customers";
import { VisitPart } from "./visit-part";

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
      {data && <Editor key={data.revision} settings={data} />}
      {data && <VisitPart />}
    </PageFrame>
  );
}

function Editor({ settings }: { settings: ProfileSettings }) {
  const { t } = useText();
  const [stages, setStages] = useState(settings.stages);
  const [attributes, setAttributes] = useState<AttributeDraft[]>(() => draftsOf(settings.attributes));
  const save = useChange((body: unknown) => api.put("/api/admin/customer-profile-settings", body));
  const changed =
    JSON.stringify(stages) !== JSON.stringify(settings.stages) ||
    JSON.stringify(attributes) !== JSON.stringify(draftsOf(settings.attributes));
  return (
    <>
      <StagesEditor stages={stages} onChange={setStages} />
      <AttributesEditor drafts={attributes} onChange={setAttributes} />
      <ProblemNote problem={save.error} />
      <Button
        type="primary"
        disabled={!changed}
        loading={save.isPending}
        onClick={() =>
          save.mutate({ stages, attributes: { fields: fieldsOf(attributes, t) }, revision: settings.revision })
        }
      >
        {t("customer.save")}
      </Button>
    </>
  );
}
