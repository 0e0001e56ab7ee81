import { FileTextOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReportTemplateCard } from "@/api/report-types";
import { useText } from "@/lib/i18n";
import { dayAndClock } from "@/lib/times";
import { EmptyState } from "@/ui/empty-state";
import css from "@/ui/fill.module.css";
import { StateTag, type Tone } from "@/ui/state-tag";
import { TemplateIcon } from "@/ui/template-icon";
import { PageFrame } from "./page-frame";
import { periodText } from "./period-text";
import own from "./report.module.css";
import { useReportLive } from "./use-report-live";
import { templatesQuery } from "./use-reports";

/** What this person may write; what is owed now comes first. */
export function ChoosePage() {
  const { t } = useText();
  useReportLive();
  const { data, error, isPending } = useQuery(templatesQuery);
  const owed = data?.filter((each) => each.must && each.mine !== "SENT") ?? [];
  const others = data?.filter((each) => !owed.includes(each)) ?? [];
  return (
    <PageFrame title={t("report.choose.title")} back="/reports" problem={error} pending={isPending}>
      {data?.length === 0 && (
        <EmptyState icon={<FileTextOutlined />} title={t("report.choose.empty")} text={t("report.choose.emptyText")} />
      )}
      <Group name={t("report.choose.owed")} templates={owed} />
      <Group name={t(owed.length > 0 ? "report.choose.others" : "report.choose.all")} templates={others} />
    </PageFrame>
  );
}

function Group({ name, templates }: { name: string; templates: ReportTemplateCard[] }) {
  if (templates.length === 0) return null;
  return (
    <section className={css.group} aria-label={name}>
      <h2 className={css.groupName}>{name}</h2>
      <ul className={css.grid}>
        {templates.map((template) => (
          <li key={template.id}>
            <Tile template={template} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Tile({ template }: { template: ReportTemplateCard }) {
  const { t, locale } = useText();
  const { id, name, icon, description, period, must } = template;
  return (
    <Link className={css.tile} to="/reports/new/$templateId" params={{ templateId: String(id) }}>
      <TemplateIcon name={icon} />
      <span className={css.tileLines}>
        <span className={css.tileName}>{name}</span>
        <span className={css.tileText}>{period.cycle === "NONE" ? description : periodText(period, locale)}</span>
        {must && period.dueAt && (
          <span className={css.tileText}>{t("report.write.due", { time: dayAndClock(period.dueAt, locale) })}</span>
        )}
      </span>
      <span className={own.tileMark}>
        <Standing template={template} />
      </span>
    </Link>
  );
}

function Standing({ template: { mine, must, period } }: { template: ReportTemplateCard }) {
  const { t } = useText();
  if (mine === "MISSING" && (!must || period.free)) return null;
  const tones: Record<typeof mine, Tone> = { MISSING: "warn", DRAFT: "busy", SENT: "good" };
  return <StateTag tone={tones[mine]}>{t(`report.choose.mine.${mine}`)}</StateTag>;
}
