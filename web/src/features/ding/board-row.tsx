import i18next from "i18next";
import type { BoardRecipient, BoardStep } from "@/api/ding-types";
import { nameOf } from "@/api/people";
import { type Translate, useText } from "@/lib/i18n";
import { absolute, short } from "@/lib/times";
import { Avatar } from "@/ui/avatar";
import css from "./board.module.css";
import { attempts, isUnused, toneOf } from "./timeline";
import { WayIcon } from "./way-icon";

const TONES = {
  WAITING: "busy",
  CONFIRMED: "good",
  GAVE_UP: "bad",
  RECALLED: "quiet",
  REFUSED: "bad",
  CLOSED: "quiet",
} as const;

/** One recipient: state, and every way that was tried, with its time and result. */
export function BoardRow({ person }: { person: BoardRecipient }) {
  const { t } = useText();
  const name = person.person ? nameOf(person.person) : person.name || person.phone || "";
  return (
    <article className={css.row} aria-label={name}>
      <Avatar person={person.person ?? { id: person.id, name: name || "?", avatar: null }} size={36} />
      <div className={css.body}>
        <p className={css.top}>
          <span className={css.name}>{name}</span>
          {person.phone && person.name && <span className={css.quiet}>{person.phone}</span>}
          <span className={css.state} data-tone={TONES[person.state]}>
            {t(`ding.states.${person.state}`)}
          </span>
        </p>
        <Facts person={person} />
        {person.steps.length > 0 && (
          <ol className={css.attempts}>
            {attempts(person.steps).map((attempt) => (
              <li key={attempt.key} className={css.attempt}>
                <time className={css.time} dateTime={attempt.at} title={absolute(attempt.at)}>
                  <Clock at={attempt.at} />
                </time>
                <span className={css.steps}>
                  {attempt.round > 0 && (
                    <span className={css.quiet}>{t("ding.board.reminder", { round: attempt.round })}</span>
                  )}
                  {attempt.steps.map((step, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a way may be taken to two people at one moment
                    <StepMark key={`${step.way}-${index}`} step={step} />
                  ))}
                </span>
              </li>
            ))}
          </ol>
        )}
      </div>
    </article>
  );
}

function Clock({ at }: { at: string }) {
  const { locale } = useText();
  return <>{short(at, locale)}</>;
}

const REASONS = ["PROTECTED", "NO_RULE", "LEFT", "DISABLED"] as const;

function isKnown(reason: string): reason is (typeof REASONS)[number] {
  return (REASONS as readonly string[]).includes(reason);
}

/** When it was opened and confirmed, by whom, what comes next, or why nobody is asked any more. */
function Facts({ person }: { person: BoardRecipient }) {
  const { t, locale } = useText();
  const { openedAt, confirmedAt, confirmedWay, confirmedBy, dueAt, reason, state } = person;
  const facts: string[] = [];
  if (reason && isKnown(reason)) facts.push(t(`ding.board.reasons.${reason}`));
  if (openedAt) facts.push(t("ding.board.openedAt", { time: short(openedAt, locale) }));
  if (confirmedAt && confirmedWay) {
    const time = short(confirmedAt, locale);
    facts.push(
      confirmedWay === "STAND_IN"
        ? t("ding.board.confirmedBy", { name: nameOf(confirmedBy ?? undefined), time })
        : t("ding.board.confirmedAt", { time, way: t(`ding.confirmedWays.${confirmedWay}`) }),
    );
  }
  if (state === "WAITING" && dueAt) facts.push(t("ding.board.next", { time: short(dueAt, locale) }));
  if (facts.length === 0) return null;
  return <p className={css.facts}>{facts.join(" · ")}</p>;
}

function failure(reason: string | null, t: Translate): string {
  const key = `ding.board.failed.${reason}`;
  if (reason && i18next.exists(key)) return t(key as "ding.board.failed.BUSY");
  return t("ding.board.failed.other", { code: reason ?? "?" });
}

function StepMark({ step }: { step: BoardStep }) {
  const { t, locale } = useText();
  const result = isUnused(step)
    ? t("ding.board.unused")
    : step.state === "FAILED"
      ? failure(step.reason, t)
      : t(`ding.board.stepStates.${step.state}`);
  const delivered = step.deliveredAt ? ` ${short(step.deliveredAt, locale)}` : "";
  return (
    <span className={css.step} data-tone={toneOf(step)} title={absolute(step.deliveredAt ?? step.at)}>
      <WayIcon way={step.way} /> {t(`ding.ways.${step.way}`)} {result}
      {delivered}
      {step.target !== "PERSON" && (
        <span className={css.quiet}>
          {" "}
          {t("ding.board.toTarget", {
            target: t(`ding.targets.${step.target}`),
            name: nameOf(step.targetPerson ?? undefined),
          })}
        </span>
      )}
    </span>
  );
}
