import { useQuery } from "@tanstack/react-query";
import { useText } from "@/lib/i18n";
import { BarsCard } from "@/ui/bars-card";
import { ProblemNote } from "@/ui/problem-note";
import { money } from "./money";
import { daysOf, type Sum, sum, unitsByChannel } from "./usage";
import { type Usage, usageQuery } from "./use-notice";

/** What each channel did and cost in the last month; nothing before anything was sent. */
export function UsageCard() {
  const { t } = useText();
  const { data: usage = [], error } = useQuery(usageQuery);
  const days = daysOf(usage);
  if (error) return <ProblemNote problem={error} />;
  if (usage.length === 0) return null;
  return (
    <BarsCard
      title={t("notice.sent.usage")}
      days={days}
      series={unitsByChannel(usage, days).map(({ channel, values }) => ({
        key: channel,
        name: t(`notice.channel.${channel}`),
        values,
      }))}
    >
      <UsageTable usage={usage} />
    </BarsCard>
  );
}

const NUMBERS = ["sent", "delivered", "failed", "units"] as const;

function UsageTable({ usage }: { usage: readonly Usage[] }) {
  const { t, locale } = useText();
  const cells = (row: Sum) => (
    <>
      {NUMBERS.map((name) => (
        <td key={name}>{row[name].toLocaleString(locale)}</td>
      ))}
      <td>{money(row.costFen, locale)}</td>
    </>
  );
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t("notice.sent.day")}</th>
          <th scope="col">{t("notice.sent.column.channel")}</th>
          <th scope="col">{t("notice.sent.sentCount")}</th>
          <th scope="col">{t("notice.sent.delivered")}</th>
          <th scope="col">{t("notice.sent.failed")}</th>
          <th scope="col">{t("notice.sent.units")}</th>
          <th scope="col">{t("notice.sent.cost")}</th>
        </tr>
      </thead>
      <tbody>
        {usage.map((row) => (
          <tr key={`${row.day}/${row.channel}`}>
            <th scope="row">{row.day}</th>
            <td>{t(`notice.channel.${row.channel}`)}</td>
            {cells(row)}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t("notice.sent.total")}</th>
          <td />
          {cells(sum(usage))}
        </tr>
      </tfoot>
    </table>
  );
}
