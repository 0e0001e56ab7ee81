import { useQuery } from "@tanstack/react-query";
import { App, Button } from "antd";
import type { GroupFailure } from "@/api/customer-group-types";
import { api, Problem } from "@/api/http";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import { dayAndClock } from "@/lib/times";
import { ProblemNote } from "@/ui/problem-note";
import css from "./group.module.css";
import { failuresQuery, useChange } from "./use-groups";

/** What was to be done in the group by itself and was given up: with the reason, to be tried again. */
export function FailuresPart({ group }: { group: number }) {
  const { t } = useText();
  const { data = [], error } = useQuery(failuresQuery(group));
  if (data.length === 0) return <ProblemNote problem={error} />;
  return (
    <section className={css.card} aria-label={t("customerGroup.failures.title")}>
      <h2 className={css.partTitle}>{t("customerGroup.failures.title")}</h2>
      <p className={css.small}>{t("customerGroup.failures.lead")}</p>
      <ul className={css.rows}>
        {data.map((failure) => (
          <li key={failure.id} className={css.line}>
            <Failure group={group} failure={failure} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Failure({ group, failure }: { group: number; failure: GroupFailure }) {
  const { t, locale } = useText();
  const { message } = App.useApp();
  const { id, kind, text, attached, person, reason, attempts, failedAt } = failure;
  const retry = useChange(() => api.post(`/api/customer-groups/${group}/failures/${id}/retry`));
  const facts = [
    reason === "" ? t("customerGroup.failures.broken") : problemText(t, new Problem(0, reason)),
    attempts > 0 && t("customerGroup.failures.attempts", { count: attempts }),
    dayAndClock(failedAt, locale),
  ];
  return (
    <>
      <span className={css.words}>
        <span className={css.name}>
          {[t(`customerGroup.failures.kinds.${kind}`), person].filter(Boolean).join(t("customerGroup.colon"))}
        </span>
        {text !== "" && <span className={css.text}>{text}</span>}
        {attached > 0 && <span className={css.small}>{t("customerGroup.failures.attached", { count: attached })}</span>}
        <span className={css.small}>{facts.filter(Boolean).join(" · ")}</span>
        <ProblemNote problem={retry.error} />
      </span>
      <Button
        loading={retry.isPending}
        onClick={() =>
          follow(retry.mutateAsync(undefined), {
            onSuccess: () => void message.success(t("customerGroup.failures.retried")),
          })
        }
      >
        {t("customerGroup.failures.retry")}
      </Button>
    </>
  );
}
