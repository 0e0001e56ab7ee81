import type { ApprovalStatistics, NodeTime } from "@/api/approval-types";
import { type Translate, useText } from "@/lib/i18n";
import { BarsCard } from "@/ui/bars-card";
import { NumberTiles } from "@/ui/number-tiles";
import css from "@/ui/numbers.module.css";
import { byState, byTemplate, STATES, spanOf } from "./statistics";
import { toneOf } from "./tone";

export function StatisticsNumbers({ data, days }: { data: ApprovalStatistics; days: string[] }) {
  const { t, locale } = useText();
  const number = (value: number) => value.toLocaleString(locale);
  const counts = new Map(data.days.map(({ day, runs }) => [day, runs]));
  return (
    <div className={css.stack}>
      <NumberTiles
        tiles={byState(data.states).map(({ state, runs }) => ({
          name: t(`approval.states.${state}`),
          value: runs,
          tone: toneOf(state),
        }))}
      />
      <BarsCard
        title={t("approval.statistics.perDay")}
        days={days}
        series={[
          {
            key: "runs",
            name: t("approval.statistics.sent"),
            values: days.map((day) => counts.get(day) ?? 0),
          },
        ]}
      >
        <table>
          <thead>
            <tr>
              <th scope="col">{t("approval.statistics.day")}</th>
              <th scope="col">{t("approval.statistics.sent")}</th>
            </tr>
          </thead>
          <tbody>
            {[...data.days].reverse().map(({ day, runs }) => (
              <tr key={day}>
                <th scope="row">{day}</th>
                <td>{number(runs)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </BarsCard>
      <Templates data={data} />
      <Nodes nodes={data.nodes} titles={new Map(data.states.map((row) => [row.templateId, row.title]))} />
    </div>
  );
}

function Templates({ data }: { data: ApprovalStatistics }) {
  const { t, locale } = useText();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <section className={css.tableCard} aria-label={t("approval.statistics.perTemplate")} tabIndex={0}>
      <h2 className={css.cardTitle}>{t("approval.statistics.perTemplate")}</h2>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t("approval.filter.template")}</th>
            {STATES.map((state) => (
              <th key={state} scope="col">
                {t(`approval.states.${state}`)}
              </th>
            ))}
            <th scope="col">{t("approval.statistics.mean")}</th>
            <th scope="col">{t("approval.statistics.longest")}</th>
          </tr>
        </thead>
        <tbody>
          {byTemplate(data.states).map((line) => (
            <tr key={line.id}>
              <th scope="row">{line.title}</th>
              {STATES.map((state) => (
                <td key={state}>{(line.counts[state] ?? 0).toLocaleString(locale)}</td>
              ))}
              <td>{spanText(t, line.meanSeconds)}</td>
              <td>{spanText(t, line.longestSeconds)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The slowest first; the bar shows how slow against the slowest. */
function Nodes({ nodes, titles }: { nodes: NodeTime[]; titles: ReadonlyMap<number, string> }) {
  const { t, locale } = useText();
  if (nodes.length === 0) return null;
  const slowest = Math.max(1, ...nodes.map((node) => node.meanSeconds));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <section className={css.tableCard} aria-label={t("approval.statistics.slowest")} tabIndex={0}>
      <h2 className={css.cardTitle}>{t("approval.statistics.slowest")}</h2>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t("approval.statistics.node")}</th>
            <th scope="col">{t("approval.statistics.tasks")}</th>
            <th scope="col">{t("approval.statistics.mean")}</th>
          </tr>
        </thead>
        <tbody>
          {nodes.map((node) => (
            <tr key={`${node.templateId}-${node.node}`}>
              <th scope="row">
                {[titles.get(node.templateId), node.name || node.node].filter(Boolean).join(" · ")}
                <span
                  className={css.slow}
                  style={{ width: `${(node.meanSeconds / slowest) * 100}%` }}
                  aria-hidden="true"
                />
              </th>
              <td>{node.tasks.toLocaleString(locale)}</td>
              <td>{spanText(t, node.meanSeconds)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function spanText(t: Translate, seconds: number): string {
  if (seconds === 0) return t("approval.span.none");
  const { days, hours, minutes } = spanOf(seconds);
  if (days > 0) return t("approval.span.days", { days, hours });
  return hours > 0 ? t("approval.span.hours", { hours, minutes }) : t("approval.span.minutes", { minutes });
}
