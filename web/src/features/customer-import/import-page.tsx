import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { useText } from "@/lib/i18n";
import { PageFrame } from "@/ui/page-frame";
import { ImportJob } from "./import-job";
import { ImportList } from "./import-list";
import { ImportUpload } from "./import-upload";
import { importQuery } from "./use-import";

/** Customers out of a spreadsheet: brought, looked at row by row, written. Its number is in the address: coming back loses nothing. */
export function CustomerImportPage({ id }: { id: number | null }) {
  const { t } = useText();
  const navigate = useNavigate();
  const query = useQuery({ ...importQuery(id ?? 0), enabled: id !== null });
  const open = (next: number | null) =>
    void navigate({ to: "/customers/import", search: { id: next === null ? undefined : next } });
  return (
    <PageFrame
      title={t("crm.import.title")}
      lead={id === null ? t("crm.import.lead") : undefined}
      back={{ href: id === null ? "/customers" : "/customers/import", label: t("crm.back") }}
      loading={t("crm.loading")}
      problem={id === null ? null : query.error}
      pending={id !== null && query.isPending}
      actions={id !== null && <Button onClick={() => open(null)}>{t("crm.import.again")}</Button>}
    >
      {id === null && (
        <>
          <ImportUpload onUploaded={(created) => open(created.id)} />
          <ImportList onOpen={open} />
        </>
      )}
      {id !== null && query.data && <ImportJob job={query.data} />}
    </PageFrame>
  );
}
