import { useInfiniteQuery } from "@tanstack/react-query";
import type { ArchiveLook } from "@/api/guard-types";
import { useText } from "@/lib/i18n";
import { dayAndClock } from "@/lib/times";
import { Avatar } from "@/ui/avatar";
import { MoreButton } from "@/ui/more-button";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import css from "./guard.module.css";
import { exportsQuery, looksQuery } from "./use-guard";

/** Who looked at what, and who took finds out of the program, newest first. */
export function LooksPart() {
  return (
    <>
      <Looks />
      <Exports />
    </>
  );
}

function Exports() {
  const { t, locale } = useText();
  const pages = useInfiniteQuery(exportsQuery);
  const exports = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section aria-label={t("guard.exports.label")} className={css.part}>
      <h2>{t("guard.exports.label")}</h2>
      <ProblemNote problem={pages.error} />
      {pages.data && exports.length === 0 && <p className={css.quiet}>{t("guard.exports.none")}</p>}
      <ul className={css.rows}>
        {exports.map((each) => (
          <li key={each.id} className={css.row}>
            <Avatar person={each.by} size={32} />
            <span className={css.words}>
              <span className={css.name}>{t("guard.exports.line", { count: each.lines })}</span>
              <span className={css.small}>
                {each.by.name} · {dayAndClock(each.at, locale)}
              </span>
            </span>
          </li>
        ))}
      </ul>
      <MoreButton pages={pages} />
    </section>
  );
}

function Looks() {
  const { t } = useText();
  const pages = useInfiniteQuery(looksQuery);
  const looks = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section aria-label={t("guard.looks.label")}>
      <ProblemNote problem={pages.error} />
      {pages.isPending && <RowSkeletons label={t("guard.loading")} />}
      {pages.data && looks.length === 0 && <p className={css.quiet}>{t("guard.looks.none")}</p>}
      <ul className={css.rows}>
        {looks.map((look) => (
          <LookRow key={look.id} look={look} />
        ))}
      </ul>
      <MoreButton pages={pages} />
    </section>
  );
}

function LookRow({ look }: { look: ArchiveLook }) {
  const { t, locale } = useText();
  const facts = [
    look.actor.name,
    ...(look.detail.q ? [t("guard.looks.text", { text: look.detail.q })] : []),
    ...(look.customer ? [t("guard.looks.customer", { name: look.customer.name })] : []),
    ...(look.detail.title ? [t("guard.looks.group", { name: look.detail.title })] : []),
    ...(look.member ? [t("guard.looks.member", { name: look.member.name })] : []),
    dayAndClock(look.at, locale),
  ];
  return (
    <li className={css.row}>
      <Avatar person={look.actor} size={32} />
      <span className={css.words}>
        <span className={css.name}>{t(`guard.looks.kind.${look.kind}`)}</span>
        <span className={css.small}>{facts.join(" · ")}</span>
      </span>
    </li>
  );
}
