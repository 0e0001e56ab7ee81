import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { App, Button, Collapse } from "antd";
import { useState } from "react";
import type { CareExport } from "@/api/care-types";
import { nameOf } from "@/api/people";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { dayAndClock } from "@/lib/times";
import { DayField } from "@/ui/day-field";
import { MoreButton } from "@/ui/more-button";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import css from "./care.module.css";
import { exportsQuery, recountsQuery, useRecount } from "./use-care";

/** For administrators: a day is counted again, and who took numbers along. */
export function OfficePart({ last }: { last: string }) {
  const { t } = useText();
  return (
    <Collapse
      className={css.office}
      items={[
        { key: "recounts", label: t("care.office.recounts"), children: <Recounts last={last} /> },
        { key: "exports", label: t("care.office.exports"), children: <Exports /> },
      ]}
    />
  );
}

function Recounts({ last }: { last: string }) {
  const { t, locale } = useText();
  const { message } = App.useApp();
  const { data, error } = useQuery(recountsQuery);
  const [day, setDay] = useState("");
  const recount = useRecount();
  const ask = () =>
    follow(recount.mutateAsync(day), {
      onSuccess: () => {
        setDay("");
        void message.success(t("care.office.asked"));
      },
    });
  return (
    <div className={css.stack}>
      <p className={css.small}>{t("care.office.recountsHelp")}</p>
      <div className={css.bar}>
        <DayField label={t("care.office.day")} value={day} onChange={setDay} />
        <Button disabled={day === "" || day >= last} loading={recount.isPending} onClick={ask}>
          {t("care.office.recount")}
        </Button>
      </div>
      <ProblemNote problem={recount.error ?? error} />
      {data && data.length === 0 && <p className={css.small}>{t("care.office.noRecounts")}</p>}
      {data && data.length > 0 && (
        <ul aria-label={t("care.office.underWay")}>
          {data.map((each) => (
            <li key={each.day}>
              {t("care.office.counting", { day: each.day, date: dayAndClock(each.askedAt, locale) })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Exports() {
  const { t } = useText();
  const pages = useInfiniteQuery(exportsQuery);
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div>
      <ProblemNote problem={pages.error} />
      {pages.isPending && !pages.error && <RowSkeletons label={t("care.loading")} />}
      {pages.isSuccess && items.length === 0 && <p className={css.small}>{t("care.office.noExports")}</p>}
      <ul>
        {items.map((each) => (
          <ExportRow key={each.id} made={each} />
        ))}
      </ul>
      <MoreButton pages={pages} />
    </div>
  );
}

function ExportRow({ made: { by, scope, from, until, lines, at } }: { made: CareExport }) {
  const { t, locale } = useText();
  return (
    <li className={css.line}>
      <span className={css.words}>
        <span className={css.name}>{nameOf(by)}</span>
        <span className={css.small}>
          {t(`care.office.scopes.${scope}`)} · {from} – {until} · {t("care.office.lines", { count: lines })}
        </span>
      </span>
      <span className={css.small}>{dayAndClock(at, locale)}</span>
    </li>
  );
}
