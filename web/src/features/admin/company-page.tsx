import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "antd";
import { useSession } from "@/api/session";
import { useText } from "@/lib/i18n";
import { PageHead } from "@/ui/page-head";
import { ProblemNote } from "@/ui/problem-note";
import { CompanyForm } from "./company-form";
import css from "./company-page.module.css";
import { HandOver } from "./hand-over";
import { orgQuery } from "./use-company";

export function CompanyPage() {
  const { t } = useText();
  const { grants } = useSession();
  const org = useQuery(orgQuery);
  return (
    <div className={css.page}>
      <PageHead title={t("admin.places.company")} lead={t("admin.company.lead")} />
      <ProblemNote problem={org.error} />
      {org.isPending && <Skeleton active paragraph={{ rows: 10 }} />}
      {org.data && <CompanyForm key={JSON.stringify(org.data)} org={org.data} />}
      {org.data && grants.includes("OWNER") && <HandOver company={org.data.name} />}
    </div>
  );
}
