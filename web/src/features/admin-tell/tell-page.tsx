import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, InputNumber, Skeleton } from "antd";
import { useId, useState } from "react";
import { api } from "@/api/http";
import { useSession } from "@/api/session";
import type { CompanyTelling } from "@/api/tell";
import { useText } from "@/lib/i18n";
import { LeaveGuard } from "@/ui/leave-guard";
import { PageHead } from "@/ui/page-head";
import { ProblemNote } from "@/ui/problem-note";
import { OnOff, TellFields } from "@/ui/tell-fields";
import css from "./tell-page.module.css";

const PATH = "/api/admin/message-notices";
const companyQuery = queryOptions({
  queryKey: ["admin-message-notices"],
  queryFn: () => api.get<CompanyTelling>(PATH),
});

/** How the company's members learn of messages while they do not look. */
export function TellPage() {
  const { t } = useText();
  const company = useQuery(companyQuery);
  return (
    <div className={css.page}>
      <PageHead title={t("admin.places.notices")} lead={t("admin.tell.lead")} />
      <ProblemNote problem={company.error} />
      {company.isPending && <Skeleton active paragraph={{ rows: 10 }} />}
      {company.data && <CompanyForm key={JSON.stringify(company.data)} saved={company.data} />}
    </div>
  );
}

function CompanyForm({ saved }: { saved: CompanyTelling }) {
  const { t } = useText();
  const { message } = App.useApp();
  const { org } = useSession();
  const cache = useQueryClient();
  const [value, setValue] = useState(saved);
  const hoursId = useId();
  const save = useMutation({
    mutationFn: (body: CompanyTelling) => api.put<CompanyTelling>(PATH, body),
    onSuccess: (stored) => {
      cache.setQueryData(companyQuery.queryKey, stored);
      void message.success(t("form.saved"));
    },
  });
  const change = (changes: Partial<CompanyTelling>) => setValue((before) => ({ ...before, ...changes }));
  const dirty = JSON.stringify(value) !== JSON.stringify(saved);
  return (
    <>
      <LeaveGuard dirty={dirty && !save.isPending} />
      <section className={css.card} aria-labelledby="tell-standard">
        <h2 className={css.cardTitle} id="tell-standard">
          {t("admin.tell.standard")}
        </h2>
        <p className={css.lead}>{t("admin.tell.standardHelp")}</p>
        <TellFields
          value={value.standard}
          onChange={(standard) => change({ standard })}
          zone={org.zone}
          previewHidden={value.hidePreview}
        />
      </section>
      <section className={css.card} aria-labelledby="tell-limits">
        <h2 className={css.cardTitle} id="tell-limits">
          {t("admin.tell.limits")}
        </h2>
        <p className={css.lead}>{t("admin.tell.limitsHelp")}</p>
        <div className={css.field}>
          <OnOff
            label={t("admin.tell.hidePreview")}
            checked={value.hidePreview}
            onChange={(hidePreview) => change({ hidePreview })}
          />
          <p className={css.help}>{t("admin.tell.hidePreviewHelp")}</p>
        </div>
        <div className={css.field}>
          <label htmlFor={hoursId}>{t("admin.tell.awayHours")}</label>
          <InputNumber
            id={hoursId}
            className={css.hours}
            min={1}
            max={720}
            precision={0}
            suffix={t("admin.tell.hours")}
            value={value.awayHours}
            onChange={(hours) => hours !== null && change({ awayHours: hours })}
          />
          <p className={css.help}>{t("admin.tell.awayHelp")}</p>
        </div>
      </section>
      <ProblemNote problem={save.error} />
      <Button type="primary" disabled={!dirty} loading={save.isPending} onClick={() => save.mutate(value)}>
        {t("form.save")}
      </Button>
    </>
  );
}
