import { type ReactNode, useEffect, useRef, useState } from "react";
import { Problem } from "@/api/http";
import type { VisitExport, VisitPrivacy } from "@/api/privacy-types";
import { keepLeaving } from "./device";
import { guestApi } from "./guest-api";
import { Sheet } from "./sheet";
import { useVisit } from "./store";
import { useAttempt } from "./use-attempt";
import css from "./visit.module.css";
import { onSignedOut, refresh } from "./visiting";
import { useWords } from "./words";

const PATH = "/api/visit/privacy";
const LOOK_MS = 2_000;

interface Props {
  orgId: number;
  onVerify?: () => void;
  onClose: () => void;
}

/** What the customer agreed to, and what he may ask for: a copy, an end of it, to be erased. */
export function PrivacySheet({ orgId, onVerify, onClose }: Props) {
  const { t, locale } = useWords();
  const [privacy, act] = usePrivacy(orgId);
  const { attempt, busy, alert } = useAttempt();
  const date = (at: string) => new Date(at).toLocaleString(locale, { dateStyle: "medium", timeStyle: "short" });
  const send = (work: Work) => void attempt(() => act(work));
  return (
    <Sheet title={t("menu.privacy")} onClose={onClose}>
      {!privacy && !alert && <p role="status">{t("privacy.loading")}</p>}
      {privacy && (
        <>
          {privacy.consents.map(({ version, given, at }) => (
            <p key={at + version} className={css.quiet}>
              {t(given ? "privacy.given" : "privacy.taken", { version, date: date(at) })}
            </p>
          ))}
          {privacy.proofNeeded && (
            <>
              <p>{t("privacy.prove")}</p>
              <button type="button" className={css.primary} onClick={onVerify}>
                {t("privacy.proveAction")}
              </button>
            </>
          )}
          <Copy privacy={privacy} busy={busy} date={date} send={send} />
          <Erasing privacy={privacy} busy={busy} date={date} send={send} orgId={orgId} />
          {privacy.agreed !== null && <Withdrawing busy={busy} send={send} />}
        </>
      )}
      {alert}
      <Forgetting orgId={orgId} />
    </Sheet>
  );
}

interface PartProps {
  privacy: VisitPrivacy;
  busy: boolean;
  date: (at: string) => string;
  send: (work: Work) => void;
}

const underWay = ({ state }: VisitExport) => state === "WAITING" || state === "RUNNING";

type Work = () => Promise<VisitPrivacy>;

/**
 * Asked again while something is under way, and whenever the server says that he shall look. What was asked before he did something
 * tells of the time before it and counts no more.
 */
function usePrivacy(orgId: number): [VisitPrivacy | null, (work: Work) => Promise<void>] {
  const me = useVisit((store) => store.me); // a hint brings a new one
  const [privacy, setPrivacy] = useState<VisitPrivacy | null>(null);
  const deed = useRef(0);
  const moving = privacy?.exports.some(underWay) ?? false;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again whenever the guest was
  useEffect(() => {
    let gone = false;
    const look = async () => {
      const before = deed.current;
      try {
        const next = await guestApi.get<VisitPrivacy>(PATH);
        if (!gone && deed.current === before) setPrivacy(next);
      } catch (error) {
        if (error instanceof Problem && error.status === 401) void refresh(); // erased meanwhile
      }
    };
    void look();
    const timer = moving ? setInterval(() => void look(), LOOK_MS) : undefined;
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [me, moving]);
  const state = privacy?.erasure?.state;
  useEffect(() => {
    if (privacy) keepLeaving(orgId, state === "WAITING" || state === "RUNNING");
  }, [orgId, privacy, state]);
  const act = async (work: Work) => {
    deed.current += 1;
    const next = await work();
    deed.current += 1;
    setPrivacy(next);
  };
  return [privacy, act];
}

function Copy({ privacy, busy, date, send }: PartProps) {
  const { t } = useWords();
  const { attempt, busy: opening, alert } = useAttempt();
  const last = privacy.exports[0];
  const moving = last !== undefined && underWay(last);
  const open = (id: number) =>
    void attempt(async () => {
      const { url } = await guestApi.post<{ url: string }>(`${PATH}/exports/${id}/ticket`);
      window.location.assign(url);
    });
  return (
    <Part title={t("privacy.copyTitle")} text={t("privacy.copyText")}>
      {moving && (
        <p role="status">
          {last.parts > 0 ? t("privacy.making", { done: last.done, parts: last.parts }) : t("privacy.queued")}
        </p>
      )}
      {last?.state === "FAILED" && <p role="status">{t("privacy.failed")}</p>}
      {last?.state === "READY" && last.goneAt && (
        <>
          <p role="status">{t("privacy.kept", { date: date(last.goneAt) })}</p>
          <button type="button" className={css.primary} disabled={opening} onClick={() => open(last.id)}>
            {t("privacy.download")}
          </button>
        </>
      )}
      {alert}
      {!moving && (
        <button
          type="button"
          className={css.plain}
          disabled={busy || privacy.proofNeeded}
          onClick={() => send(() => guestApi.post<VisitPrivacy>(`${PATH}/exports`))}
        >
          {t("privacy.copy")}
        </button>
      )}
    </Part>
  );
}

function Erasing({ privacy, busy, date, send, orgId }: PartProps & { orgId: number }) {
  const { t } = useWords();
  const { erasure, erasureDays, proofNeeded } = privacy;
  if (erasure) {
    const waits = erasure.state === "WAITING";
    return (
      <Part title={t("privacy.eraseTitle")} text={t("privacy.eraseText")}>
        <p role="status">{waits ? t("privacy.waiting", { date: date(erasure.dueAt) }) : t("privacy.running")}</p>
        {waits && (
          <button
            type="button"
            className={css.plain}
            disabled={busy}
            onClick={() => send(() => guestApi.delete<VisitPrivacy>(`${PATH}/erasure`))}
          >
            {t("privacy.keep")}
          </button>
        )}
      </Part>
    );
  }
  const when = erasureDays > 0 ? t("privacy.eraseDays", { days: erasureDays }) : t("privacy.eraseNow");
  return (
    <Part title={t("privacy.eraseTitle")} text={`${t("privacy.eraseText")} ${when}`}>
      <TwoSteps
        first={t("privacy.erase")}
        second={t("privacy.sure")}
        disabled={busy || proofNeeded}
        onSure={() =>
          send(() => {
            keepLeaving(orgId, true); // it may happen before the answer is here
            return guestApi.post<VisitPrivacy>(`${PATH}/erasure`);
          })
        }
      />
    </Part>
  );
}

function Withdrawing({ busy, send }: Pick<PartProps, "busy" | "send">) {
  const { t } = useWords();
  return (
    <Part title={t("privacy.withdrawTitle")} text={t("privacy.withdrawText")}>
      <TwoSteps
        first={t("privacy.withdraw")}
        second={t("privacy.withdrawSure")}
        disabled={busy}
        onSure={() =>
          send(async () => {
            const next = await guestApi.post<VisitPrivacy>(`${PATH}/withdrawal`);
            await refresh();
            return next;
          })
        }
      />
    </Part>
  );
}

/** On a device that others use, too: whoever opens the page there next is a stranger. */
function Forgetting({ orgId }: { orgId: number }) {
  const { t } = useWords();
  const { attempt, busy } = useAttempt();
  const forget = async () => {
    await guestApi.delete("/api/visit/me/device").catch(() => undefined); // offline: nobody else has the token
    keepLeaving(orgId, false);
    onSignedOut();
  };
  return (
    <Part title={t("privacy.forgetTitle")} text={t("privacy.forgetText")}>
      <TwoSteps
        first={t("privacy.forget")}
        second={t("privacy.forgetSure")}
        disabled={busy}
        onSure={() => void attempt(forget)}
      />
    </Part>
  );
}

function Part({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <section className={css.form} aria-label={title}>
      <h3>{title}</h3>
      <p className={css.quiet}>{text}</p>
      {children}
    </section>
  );
}

/** Asks once more before it happens. */
function TwoSteps(props: { first: string; second: string; disabled: boolean; onSure: () => void }) {
  const { first, second, disabled, onSure } = props;
  const { t } = useWords();
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <button type="button" className={css.plain} disabled={disabled} onClick={() => setAsked(true)}>
        {first}
      </button>
    );
  }
  return (
    <div className={css.actions}>
      <button type="button" className={css.plain} onClick={() => setAsked(false)}>
        {t("cancel")}
      </button>
      <button type="button" className={css.danger} disabled={disabled} onClick={onSure}>
        {second}
      </button>
    </div>
  );
}
