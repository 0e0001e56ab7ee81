import { AuditOutlined, PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useSession } from "@/api/session";
import { useText } from "@/lib/i18n";
import { isAdmin } from "@/lib/rights";
import { EmptyState } from "@/ui/empty-state";
import { PageHead } from "@/ui/page-head";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import css from "@/ui/template-editor.module.css";
import { CreateDialog } from "./create-dialog";
import { ShelfSection } from "./shelf-section";
import { shelves } from "./template-groups";
import { groupsQuery, templatesQuery, useArrange } from "./use-templates";

/** All approval templates of the company, in the order in which people see them. */
export function TemplatesPage() {
  const { t } = useText();
  const { grants } = useSession();
  const templates = useQuery(templatesQuery);
  const groups = useQuery(groupsQuery);
  const arrange = useArrange();
  const [creating, setCreating] = useState(false);
  const all = shelves(templates.data ?? [], groups.data ?? []);
  const admin = isAdmin(grants);
  const button = admin && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
      {t("approvalDesign.create")}
    </Button>
  );
  const empty = templates.data?.length === 0;
  return (
    <div className={css.listPage}>
      <PageHead title={t("admin.places.approvals")} lead={t("approvalDesign.lead")} actions={!empty && button} />
      <ProblemNote problem={templates.error ?? groups.error ?? arrange.error} />
      {templates.isPending && <RowSkeletons label={t("form.loading")} />}
      {empty && (
        <EmptyState
          icon={<AuditOutlined />}
          title={t("approvalDesign.none")}
          text={t("approvalDesign.noneText")}
          action={button}
        />
      )}
      {templates.data && (
        <div className={css.groups}>
          {all.map((shelf) => (
            <ShelfSection
              key={shelf.group?.id ?? "none"}
              shelf={shelf}
              all={all}
              admin={admin}
              onArrange={(sections) => arrange.mutate(sections)}
            />
          ))}
        </div>
      )}
      {creating && <CreateDialog groups={groups.data ?? []} onClose={() => setCreating(false)} />}
    </div>
  );
}
