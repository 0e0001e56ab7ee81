import type { ReportTeamLine } from "@/api/report-types";
import { useText } from "@/lib/i18n";
import css from "@/ui/numbers.module.css";

/** Reports by the department their authors had when they sent them. */
export function StatisticsTeams({ teams }: { teams: ReportTeamLine[] }) {
  const { t, locale } = useText();
  if (teams.length === 0) return null;
  const number = (value: number) => value.toLocaleString(locale);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <section className={css.tableCard} aria-label={t("report.statistics.teams")} tabIndex={0}>
      <h2 className={css.cardTitle}>{t("report.statistics.teams")}</h2>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t("report.statistics.team")}</th>
            <th scope="col">{t("report.statistics.authors")}</th>
            <th scope="col">{t("report.statistics.totals.sent")}</th>
            <th scope="col">{t("report.statistics.totals.late")}</th>
          </tr>
        </thead>
        <tbody>
          {teams.map((team) => (
            <tr key={team.departmentId ?? 0}>
              <th scope="row">{team.name || t("report.statistics.noTeam")}</th>
              <td>{number(team.authors)}</td>
              <td>{number(team.sent)}</td>
              <td>{number(team.late)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
