import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Alert, Skeleton } from "antd";
import { useState } from "react";
import { useText } from "@/lib/i18n";
import { useAdminNavigate } from "@/ui/admin-address";
import { IconButton } from "@/ui/icon-button";
import { PageHead } from "@/ui/page-head";
import { ProblemNote } from "@/ui/problem-note";
import css from "./calendar-page.module.css";
import { DayDialog } from "./day-dialog";
import { SettingsForm } from "./settings-form";
import { adminQuery, type Day, type DayKind, yearQuery } from "./use-calendar";
import { YearGrid } from "./year-grid";
import { YearsCard } from "./years-card";

const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;
const LEGEND: DayKind[] = ["WORK", "REST", "HOLIDAY", "SWAPPED_WORK"];

/** The year of the address; this one otherwise. */
export function calendarYear(value: unknown): number {
  const year = Number(value);
  const usable = Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR;
  return usable ? year : new Date().getFullYear();
}

/** When the company works. The shown year is in the address. */
export function CalendarPage({ year }: { year: number }) {
  const { t } = useText();
  const settings = useQuery(adminQuery);
  return (
    <div className={css.page}>
      <PageHead title={t("admin.places.calendar")} lead={t("calendarAdmin.lead")} />
      <YearCard year={year} />
      <ProblemNote problem={settings.error} />
      {settings.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {settings.data && (
        <div className={css.two}>
          <section className={css.card} aria-labelledby="calendar-settings">
            <h2 className={css.cardTitle} id="calendar-settings">
              {t("calendarAdmin.settings")}
            </h2>
            <SettingsForm key={JSON.stringify(settings.data)} settings={settings.data} />
          </section>
          <YearsCard years={settings.data.years} />
        </div>
      )}
    </div>
  );
}

function YearCard({ year }: { year: number }) {
  const { t } = useText();
  const go = useAdminNavigate();
  const calendar = useQuery(yearQuery(year));
  const [picked, setPicked] = useState<Day | null>(null);
  const show = (next: number) => go("/calendar", { year: next }, true);
  const workDays = calendar.data?.days.filter(({ kind }) => kind === "WORK" || kind === "SWAPPED_WORK").length;
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: calendar.data?.zone }).format(new Date());
  return (
    <section className={css.card} aria-labelledby="calendar-year">
      <div className={css.switch}>
        <IconButton
          icon={<LeftOutlined />}
          label={t("calendarAdmin.yearBefore")}
          disabled={year <= FIRST_YEAR}
          onClick={() => show(year - 1)}
        />
        <h2 className={css.yearTitle} id="calendar-year" aria-live="polite">
          {t("calendarAdmin.year", { year })}
        </h2>
        <IconButton
          icon={<RightOutlined />}
          label={t("calendarAdmin.yearAfter")}
          disabled={year >= LAST_YEAR}
          onClick={() => show(year + 1)}
        />
        {workDays !== undefined && (
          <span className={css.quiet}>{t("calendarAdmin.workDays", { count: workDays })}</span>
        )}
      </div>
      <ul className={css.legend} aria-label={t("calendarAdmin.legend")}>
        {LEGEND.map((kind) => (
          <li key={kind}>
            <span className={css.sample} data-kind={kind} aria-hidden="true">
              {kind === "HOLIDAY" || kind === "SWAPPED_WORK" ? t(`calendarAdmin.mark.${kind}`) : "1"}
            </span>
            {t(`calendarAdmin.kind.${kind}`)}
          </li>
        ))}
        <li>
          <span className={css.sample} data-own aria-hidden="true">
            1
          </span>
          {t("calendarAdmin.own")}
        </li>
      </ul>
      {calendar.data && calendar.data.notAnnounced.length > 0 && (
        <Alert className={css.alert} type="info" showIcon title={t("calendarAdmin.notAnnounced", { year })} />
      )}
      <ProblemNote problem={calendar.error} />
      {calendar.isPending && <Skeleton active paragraph={{ rows: 16 }} />}
      {calendar.data && <YearGrid year={year} days={calendar.data.days} today={today} onPick={setPicked} />}
      {picked && <DayDialog key={picked.date} day={picked} onClose={() => setPicked(null)} />}
    </section>
  );
}
