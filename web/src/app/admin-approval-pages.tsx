import { useParams } from "@tanstack/react-router";
import { STEPS } from "@/features/admin-approval/all-flaws";
import { EditorPage } from "@/features/admin-approval/editor-page";
import { TemplatesPage } from "@/features/admin-approval/templates-page";
import { useAdminSearch } from "@/ui/admin-address";
import { Allowed } from "./admin-shell";
import { NotFound } from "./fallbacks";

/** Pages on which approvals are designed; loaded by who opens one of them. */
export function Approvals() {
  return (
    <Allowed place="approvals">
      <TemplatesPage />
    </Allowed>
  );
}

export function ApprovalEditor() {
  const { step, at } = useAdminSearch();
  const { templateId } = useParams({ strict: false }) as { templateId?: string };
  const id = Number(templateId);
  if (!Number.isSafeInteger(id)) return <NotFound />;
  return (
    <Allowed place="approvals">
      <EditorPage
        id={id}
        step={STEPS.find((each) => each === step) ?? "basics"}
        at={at === undefined ? null : String(at)}
      />
    </Allowed>
  );
}
