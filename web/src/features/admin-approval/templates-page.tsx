import { AuditOutlined, PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import type { TemplateRow } from "@/api/approval-template-types";
import { useText } from "@/lib/i18n";
import { useAdminNavigate } from "@/ui/admin-address";
import { EmptyState } from "@/ui/empty-state";
import { PageHead } from "@/ui/page-head";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import { newTemplate } from "./template-draft";
import { byGroup, movedIds } from "./template-groups";
import { TemplateLine } from "./template-line";
import css from "./templates.module.css";
import { templatesQuery, useCreateTemplate, useReorderTemplates } from "./use-templates";

/** All approval templates of the company, in the order in which people see them. */
export function TemplatesPage() {
  const { t } = useText();
  const go = useAdminNavigate();
  const query = useQuery(templatesQuery);
  const create = useCreateTemplate();
  const reorder = useReorderTemplates();
  const rows = query.data?.items ?? [];
  const start = () =>
    create.mutate(newTemplate(t("approvalDesign.newName")), { onSuccess: ({ id }) => go(`/approvals/${id}`) });
  const button = (
    <Button type="primary" icon={<PlusOutlined />} loading={create.isPending} onClick={start}>
      {t("approvalDesign.create")}
    </Button>
  );
  const move = (row: TemplateRow, by: number) => reorder.mutate(movedIds(rows, row.id, by));
  return (
    <div>
      <PageHead
        title={t("admin.places.approvals")}
        lead={t("approvalDesign.lead")}
        actions={rows.length > 0 && button}
      />
      <ProblemNote problem={query.error ?? create.error ?? reorder.error} />
      {query.isPending && <RowSkeletons label={t("form.loading")} />}
      {query.data && rows.length === 0 && (
        <EmptyState
          icon={<AuditOutlined />}
          title={t("approvalDesign.none")}
          text={t("approvalDesign.noneText")}
          action={button}
        />
      )}
      <div className={css.groups}>
        {byGroup(rows).map(({ group, rows: inside }) => (
          <section key={group ?? ""}>
            <h2 className={css.group}>{group ?? t("approvalDesign.noGroup")}</h2>
            <ul className={css.templates}>
              {inside.map((row, index) => (
                <TemplateLine
                  key={row.id}
                  row={row}
                  first={index === 0}
                  last={index === inside.length - 1}
                  onMove={(by) => move(row, by)}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}
