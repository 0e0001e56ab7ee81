import { useText } from "@/lib/i18n";
import { PageHead } from "@/ui/page-head";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import { ChartCard } from "./chart-card";
import { CHARTS } from "./charts";
import { StatementsTable } from "./statements-table";
import { SystemFacts } from "./system-facts";
import css from "./system-page.module.css";
import { useSystem } from "./use-system";

/** The machine, live: the last ten minutes at once, then a new point every two seconds. */
export function SystemPage() {
  const { t } = useText();
  const system = useSystem();
  return (
    <div className={css.page}>
      <PageHead title={t("admin.places.system")} lead={t("admin.system.lead")} />
      <ProblemNote problem={system.error} />
      {system.isPending && <RowSkeletons label={t("form.loading")} />}
      {system.data && (
        <>
          <div className={css.charts}>
            {CHARTS.map((plan) => (
              <ChartCard key={plan.name} plan={plan} samples={system.data.samples} />
            ))}
          </div>
          <SystemFacts system={system.data} />
          <StatementsTable statements={system.data.statements} />
        </>
      )}
    </div>
  );
}
