import { Checkbox, Input, Skeleton } from "antd";
import type { Affected, AffectedPeople, DingBody, Estimate, WayCost } from "@/api/ding-types";
import { nameOf } from "@/api/people";
import { useText } from "@/lib/i18n";
import { dayAndClock } from "@/lib/times";
import { ProblemNote } from "@/ui/problem-note";
import css from "./compose.module.css";
import type { Draft } from "./draft";
import { inOrder } from "./ladder";
import { money } from "./timeline";
import { useEstimate } from "./use-estimate";

interface Props {
  draft: Draft;
  /** Null while something is missing. */
  body: DingBody | null;
  onChange: (changes: Partial<Draft>) => void;
}

/** What sending would do and cost, and whom it would not reach. */
export function EstimateCard({ draft, body, onChange }: Props) {
  const { t } = useText();
  const { estimate, problem, pending } = useEstimate(body);
  return (
    <section className={css.estimate} aria-label={t("ding.estimate.title")} aria-busy={pending}>
      <h2 className={css.estimateTitle}>{t("ding.estimate.title")}</h2>
      {body === null && <p className={css.help}>{t("ding.estimate.hint")}</p>}
      <ProblemNote problem={problem} />
      {body !== null && !estimate && !problem && <Skeleton active paragraph={{ rows: 3 }} />}
      {body !== null && estimate && <Costs estimate={estimate} />}
      {body !== null && estimate && (
        <>
          <Group name="refused" people={estimate.refused} />
          <Group name="limited" people={estimate.limited} />
          {(estimate.postponed.total > 0 || draft.override) && (
            <Postponed estimate={estimate} draft={draft} onChange={onChange} />
          )}
        </>
      )}
    </section>
  );
}

function Costs({ estimate }: { estimate: Estimate }) {
  const { t, locale } = useText();
  const paid = estimate.ways.filter((cost) => (cost.way === "SMS" || cost.way === "VOICE") && cost.units > 0);
  return (
    <>
      <p className={css.big}>
        <strong className="tabular">{t("ding.estimate.recipients", { count: estimate.recipients })}</strong>
        {estimate.outsiders > 0 && (
          <span className={css.help}>{t("ding.estimate.outsiders", { count: estimate.outsiders })}</span>
        )}
      </p>
      {paid.length === 0 && <p className={css.help}>{t("ding.estimate.none")}</p>}
      <ul className={css.costs}>
        {paid.map((cost) => (
          <Cost key={cost.way} cost={cost} />
        ))}
      </ul>
      {estimate.costFen > 0 && (
        <p className={css.total}>{t("ding.estimate.cost", { cost: money(estimate.costFen, locale) })}</p>
      )}
      {paid.length > 0 && <p className={css.help}>{t("ding.estimate.costHelp")}</p>}
    </>
  );
}

function Cost({ cost: { way, units, costFen, left } }: { cost: WayCost }) {
  const { t, locale } = useText();
  const over = left !== null && units > left;
  return (
    <li className={css.cost}>
      <span className="tabular">{t(way === "SMS" ? "ding.estimate.sms" : "ding.estimate.voice", { units })}</span>
      <span className="tabular">{costFen > 0 && money(costFen, locale)}</span>
      {left !== null && (
        <span className={over ? css.flaw : css.help}>
          {t(over ? "ding.estimate.over" : "ding.estimate.left", { left })}
        </span>
      )}
    </li>
  );
}

/** How many are affected, and on demand who. */
function Group({ name, people }: { name: "refused" | "limited" | "postponed"; people: AffectedPeople }) {
  const { t } = useText();
  if (people.total === 0) return null;
  return (
    <details className={css.group}>
      <summary className={name === "refused" ? css.flaw : css.warning}>
        {t(`ding.estimate.${name}`, { count: people.total })}
      </summary>
      <ul className={css.affected}>
        {people.items.map((each) => (
          <li key={each.person?.id ?? each.phone ?? each.name}>
            <Person affected={each} />
          </li>
        ))}
      </ul>
      {people.total > people.items.length && (
        <p className={css.help}>{t("ding.estimate.more", { count: people.total })}</p>
      )}
    </details>
  );
}

function Person({ affected: { person, name, phone, ways, reason, until } }: { affected: Affected }) {
  const { t, locale } = useText();
  const notes = [
    reason && t(`ding.board.reasons.${reason}`),
    ways.length > 0 &&
      t("ding.estimate.onlyWays", {
        ways: inOrder(ways)
          .map((way) => t(`ding.ways.${way}`))
          .join(t("ding.comma")),
      }),
    until && t("ding.estimate.until", { time: dayAndClock(until, locale) }),
  ].filter(Boolean);
  return (
    <>
      {person ? nameOf(person) : name || phone} <span className={css.help}>{notes.join(" · ")}</span>
    </>
  );
}

interface PostponedProps {
  estimate: Estimate;
  draft: Draft;
  onChange: (changes: Partial<Draft>) => void;
}

function Postponed({ estimate, draft, onChange }: PostponedProps) {
  const { t } = useText();
  return (
    <>
      <Group name="postponed" people={estimate.postponed} />
      {(estimate.mayOverride || draft.override) && (
        <Checkbox checked={draft.override} onChange={(event) => onChange({ override: event.target.checked })}>
          {t("ding.estimate.override")}
        </Checkbox>
      )}
      {draft.override && (
        <Input
          aria-label={t("ding.estimate.reason")}
          placeholder={t("ding.estimate.reasonPlaceholder")}
          maxLength={200}
          value={draft.overrideReason}
          onChange={(event) => onChange({ overrideReason: event.target.value })}
        />
      )}
    </>
  );
}
