import { useInfiniteQuery } from "@tanstack/react-query";
import { Drawer, Tabs } from "antd";
import type { CompanyMoment } from "@/api/moment-types";
import { useText } from "@/lib/i18n";
import { dayAndClock } from "@/lib/times";
import { Avatar } from "@/ui/avatar";
import { MoreButton } from "@/ui/more-button";
import { ProblemNote } from "@/ui/problem-note";
import css from "./moment.module.css";
import { taskLinesQuery } from "./use-moments";

/** Who has confirmed a company moment and who has not. */
export function CompanyPeople({ moment, onClose }: { moment: CompanyMoment; onClose: () => void }) {
  const { t } = useText();
  const { id, tasks, confirmed } = moment;
  return (
    <Drawer open size={420} title={t("moment.company.people")} onClose={onClose}>
      <Tabs
        items={[
          {
            key: "open",
            label: t("moment.company.open", { count: tasks - confirmed }),
            children: <Lines id={id} done={false} />,
          },
          { key: "done", label: t("moment.company.done", { count: confirmed }), children: <Lines id={id} done /> },
        ]}
      />
    </Drawer>
  );
}

function Lines({ id, done }: { id: number; done: boolean }) {
  const { t, locale } = useText();
  const pages = useInfiniteQuery(taskLinesQuery(id, done));
  const lines = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <ProblemNote problem={pages.error} />
      {pages.data && lines.length === 0 && <p className={css.small}>{t("moment.talk.nobody")}</p>}
      <ul className={css.people}>
        {lines.map(({ member, customers, confirmedAt }) => (
          <li key={member.id} className={css.person}>
            <Avatar person={member} size={32} />
            <span className={css.words}>{member.name}</span>
            <span className={css.small}>
              {confirmedAt ? dayAndClock(confirmedAt, locale) : t("moment.company.customers", { count: customers })}
            </span>
          </li>
        ))}
      </ul>
      <MoreButton pages={pages} />
    </>
  );
}
