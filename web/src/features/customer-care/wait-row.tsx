import { Link } from "@tanstack/react-router";
import type { CareStep, CareWait } from "@/api/care-types";
import { useSession } from "@/api/session";
import { useText } from "@/lib/i18n";
import { absolute, dayAndClock } from "@/lib/times";
import { Avatar } from "@/ui/avatar";
import { StateTag, type Tone } from "@/ui/state-tag";
import css from "./care.module.css";
import { durationText, workText } from "./durations";
import { LeaveButton, SettleButton } from "./settle-button";

const TONES: Record<CareStep, Tone> = { NONE: "quiet", REMINDED: "warn", PASSED: "busy", ALERTED: "bad" };

/** A customer who waits, and what can be done about it. */
export function WaitRow({ wait }: { wait: CareWait }) {
  const { t, locale } = useText();
  const { member } = useSession();
  const { customer, server, helper, since, step, messages } = wait;
  const facts = [
    t("care.waits.since", { date: dayAndClock(since, locale) }),
    t("care.waits.messages", { count: messages }),
    t("care.waits.server", { name: server.name }),
    helper !== null && t("care.waits.helper", { name: helper.name }),
  ].filter((fact) => fact !== false);
  return (
    <div className={css.line}>
      <Avatar person={{ ...customer, avatar: null }} size={40} />
      <span className={css.words}>
        <Link
          to="/messages/$conversationId"
          params={{ conversationId: String(wait.conversationId) }}
          className={css.name}
          disabled={!wait.mine && server.id !== member.id}
        >
          {customer.name}
        </Link>
        <span className={css.small} title={absolute(since)}>
          {facts.join(" · ")}
        </span>
      </span>
      {step !== "NONE" && <StateTag tone={TONES[step]}>{t(`care.waits.step.${step}`)}</StateTag>}
      <span
        className={css.time}
        data-late={step !== "NONE" || undefined}
        title={t("care.strip", { time: workText(wait.workMinutes, t) })}
      >
        {t("care.waits.worked", { time: durationText(Math.max(0, Date.now() - Date.parse(since)) / 1000, t) })}
      </span>
      {wait.mine && helper !== null && <LeaveButton conversationId={wait.conversationId} />}
      <SettleButton conversationId={wait.conversationId} name={customer.name} />
    </div>
  );
}
