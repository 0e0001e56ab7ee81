import { useParams } from "@tanstack/react-router";
import { EditorPage } from "@/features/admin-report/editor-page";
import { STEPS } from "@/features/admin-report/report-flaws";
import { TemplatesPage } from "@/features/admin-report/templates-page";
import { useAdminSearch } from "@/ui/admin-address";
import { Allowed } from "./admin-shell";
import { NotFound } from "./fallbacks";

/** Pages on which reports are designed; loaded by who opens one of them. */
export function Reports() {
  return (
    <Allowed place="reports">
      <TemplatesPage />
    </Allowed>
  );
}

export function ReportEditor() {
  const { step, at } = useAdminSearch();
  const { templateId } = useParams({ strict: false }) as { templateId?: string };
  const id = Number(templateId);
  if (!Number.isSafeInteger(id)) return <NotFound />;
  return (
    <Allowed place="reports">
      <EditorPage
        key={id}
        id={id}
        step={STEPS.find((each) => each === step) ?? "basics"}
        at={at === undefined ? null : String(at)}
      />
    </Allowed>
  );
}
