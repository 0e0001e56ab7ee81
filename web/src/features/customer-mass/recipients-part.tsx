import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Select } from "antd";
import { useState } from "react";
import { MASS_RESULTS, type Mass, type MassRecipient, type MassResult } from "@/api/mass-types";
import { nameOf } from "@/api/people";
import { useText } from "@/lib/i18n";
import { dayAndClock } from "@/lib/times";
import { EndlessList } from "@/ui/endless-list";
import { ProblemNote } from "@/ui/problem-note";
import { StateTag } from "@/ui/state-tag";
import { boxHeight } from "./box";
import css from "./mass.module.css";
import { recipientsQuery } from "./use-mass";
import { RESULT_TONES } from "./words";

/** What became of each recipient. */
export function RecipientsPart({ mass }: { mass: Mass }) {
  const { t } = useText();
  const [result, setResult] = useState<MassResult | null>(null);
  const list = useInfiniteQuery(recipientsQuery(mass.line.id, result, null));
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const title = t(mass.line.toGroups ? "mass.results.groupsTitle" : "mass.results.title");
  const found = mass.counts.filter((each) => each.result !== "SENDING");
  return (
    <section className={css.part} aria-label={title}>
      <h2 className={css.partTitle}>{title}</h2>
      <div className={css.bar}>
        <Select
          aria-label={t("mass.results.filter")}
          style={{ minWidth: 200 }}
          value={result ?? ""}
          onChange={(value) => setResult(MASS_RESULTS.find((each) => each === value) ?? null)}
          options={[
            { value: "" as const, label: t("mass.results.all") },
            ...found.map((each) => ({
              value: each.result,
              label: t("mass.results.counted", { result: t(`mass.result.${each.result}`), count: each.count }),
            })),
          ]}
        />
      </div>
      <ProblemNote problem={list.error} />
      <div className={css.box} style={{ height: boxHeight(rows.length, 58) }}>
        <EndlessList
          items={rows}
          keyOf={({ id }) => id}
          rowHeight={57}
          label={t("mass.results.list")}
          hasMore={list.hasNextPage}
          loadingMore={list.isFetchingNextPage}
          onEnd={() => void list.fetchNextPage()}
          empty={
            !list.isError && <p className={css.line}>{list.isPending ? t("mass.loading") : t("mass.results.none")}</p>
          }
          render={(row) => <Row row={row} />}
        />
      </div>
    </section>
  );
}

function Row({ row }: { row: MassRecipient }) {
  const { t, locale } = useText();
  const facts = [
    nameOf(row.member),
    row.at !== null && dayAndClock(row.at, locale),
    row.answeredAt !== null && t("mass.results.answered"),
  ].filter((fact) => fact !== false);
  return (
    <div className={css.line}>
      <span className={css.words}>
        {row.customerId !== null ? (
          <Link to="/customers/$customerId" params={{ customerId: String(row.customerId) }} className={css.text}>
            {row.name}
          </Link>
        ) : (
          <Link to="/customers/groups/$groupId" params={{ groupId: String(row.groupId) }} className={css.text}>
            {row.name}
          </Link>
        )}
        <span className={css.small}>{facts.join(" · ")}</span>
      </span>
      {row.recall !== null && <StateTag tone="quiet">{t(`mass.recalls.${row.recall}`)}</StateTag>}
      <StateTag tone={RESULT_TONES[row.result]}>{t(`mass.result.${row.result}`)}</StateTag>
    </div>
  );
}
