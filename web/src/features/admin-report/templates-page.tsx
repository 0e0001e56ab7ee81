import { FileTextOutlined, PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useSession } from "@/api/session";
import { useText } from "@/lib/i18n";
import { moved } from "@/lib/moved";
import { isAdmin } from "@/lib/rights";
import { EmptyState } from "@/ui/empty-state";
import { PageHead } from "@/ui/page-head";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import css from "@/ui/template-editor.module.css";
import { CreateDialog } from "./create-dialog";
import { TemplateLine } from "./template-line";
import { templatesQuery, useArrange } from "./use-report-templates";

/** All report templates of the company, in the order in which people see them. */
export function TemplatesPage() {
  const { t } = useText();
  const admin = isAdmin(useSession().grants);
  const { data, error, isPending } = useQuery(templatesQuery);
  const arrange = useArrange();
  const [creating, setCreating] = useState(false);
  const ids = data?.map(({ id }) => id) ?? [];
  const move = (from: number, by: number) => arrange.mutate(moved(ids, from, by));
  const button = admin && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
      {t("reportDesign.create")}
    </Button>
  );
  const empty = data?.length === 0;
  return (
    <div className={css.listPage}>
      <PageHead title={t("admin.places.reports")} lead={t("reportDesign.lead")} actions={!empty && button} />
      <ProblemNote problem={error ?? arrange.error} />
      {isPending && <RowSkeletons label={t("form.loading")} />}
      {empty && (
        <EmptyState
          icon={<FileTextOutlined />}
          title={t("reportDesign.none")}
          text={t("reportDesign.noneText")}
          action={button}
        />
      )}
      {data && !empty && (
        <ul className={css.templates}>
          {data.map((template, index) => (
            <TemplateLine
              key={template.id}
              template={template}
              first={index === 0}
              last={index === data.length - 1}
              admin={admin}
              onMove={(by) => move(index, by)}
            />
          ))}
        </ul>
      )}
      {creating && <CreateDialog onClose={() => setCreating(false)} />}
    </div>
  );
}
