import { useEffect, useState } from "react";
import { Problem } from "@/api/http";
import type { VisitCode, VisitProved } from "@/api/visit-types";
import { guestApi } from "./guest-api";
import { Sheet } from "./sheet";
import { tell, useVisit } from "./store";
import { useAttempt } from "./use-attempt";
import css from "./visit.module.css";
import { proved, rename } from "./visiting";
import { type Say, troubleText, useWords } from "./words";

type Channel = "EMAIL" | "SMS";
const AGAIN_SECONDS = 60;

/** Proves an address by a code: the same person on another device finds his threads, and answers can follow him by e-mail. */
export function VerifySheet({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const me = useVisit((store) => store.me);
  const [sent, setSent] = useState<Sent | null>(null);
  const known = [me?.email, me?.phone].filter(Boolean).join(t("comma"));
  return (
    <Sheet title={t("verify.title")} onClose={onClose}>
      <p className={css.quiet}>{t("verify.text")}</p>
      {known && <p>{t("verify.known", { address: known })}</p>}
      {known && <ByEmail />}
      {sent ? (
        <EnterCode
          key={sent.at}
          sent={sent}
          onAgain={setSent}
          onBack={() => setSent(null)}
          onDone={(joined) => {
            tell(t(joined ? "verify.joined" : "verify.done"));
            onClose();
          }}
        />
      ) : (
        <AskForCode onSent={setSent} />
      )}
    </Sheet>
  );
}

type Sent = { id: number; channel: Channel; address: string; at: number };

async function send(channel: Channel, address: string): Promise<Sent> {
  const { id } = await guestApi.post<VisitCode>("/api/visit/me/codes", { channel, address });
  return { id, channel, address, at: Date.now() };
}

function AskForCode({ onSent }: { onSent: (sent: Sent) => void }) {
  const { t } = useWords();
  const [channel, setChannel] = useState<Channel>("EMAIL");
  const [address, setAddress] = useState("");
  const { attempt, busy, wrong, alert } = useAttempt();
  const email = channel === "EMAIL";
  const ask = () => attempt(async () => onSent(await send(channel, address.trim())));
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        void ask();
      }}
    >
      <fieldset className={css.choices} data-row>
        <legend className="visually-hidden">{t("verify.title")}</legend>
        {(["EMAIL", "SMS"] as const).map((each) => (
          <label key={each} className={css.choice}>
            <input
              type="radio"
              name="channel"
              checked={channel === each}
              onChange={() => {
                setChannel(each);
                setAddress("");
              }}
            />
            {t(each === "EMAIL" ? "verify.email" : "verify.sms")}
          </label>
        ))}
      </fieldset>
      <label className={css.field}>
        {t(email ? "verify.emailAddress" : "verify.smsAddress")}
        <input
          required
          type={email ? "email" : "tel"}
          autoComplete={email ? "email" : "tel"}
          value={address}
          aria-invalid={wrong !== null}
          onChange={(event) => setAddress(event.target.value)}
        />
      </label>
      {alert}
      <button type="submit" className={css.primary} disabled={busy || address.trim() === ""}>
        {t("verify.send")}
      </button>
    </form>
  );
}

interface CodeProps {
  sent: Sent;
  onAgain: (sent: Sent) => void;
  onBack: () => void;
  onDone: (joined: boolean) => void;
}

function EnterCode({ sent, onAgain, onBack, onDone }: CodeProps) {
  const { t } = useWords();
  const [code, setCode] = useState("");
  const { attempt, busy, wrong, alert } = useAttempt(codeTrouble);
  const wait = useSecondsUntil(sent.at + AGAIN_SECONDS * 1000);
  const check = () =>
    attempt(async () => {
      const answer = await guestApi.post<VisitProved>(`/api/visit/me/codes/${sent.id}`, { code });
      proved(answer);
      onDone(answer.joined);
    });
  const again = () => attempt(async () => onAgain(await send(sent.channel, sent.address)));
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        void check();
      }}
    >
      <p role="status">{t("verify.sent", { address: sent.address })}</p>
      <label className={css.field}>
        {t("verify.code")}
        <input
          // biome-ignore lint/a11y/noAutofocus: the code is what this step asks for
          autoFocus
          inputMode="numeric"
          autoComplete="one-time-code"
          pattern="[0-9]{6}"
          maxLength={6}
          value={code}
          aria-invalid={wrong !== null}
          onChange={(event) => setCode(event.target.value.replace(/\D/g, ""))}
        />
      </label>
      {alert}
      <button type="submit" className={css.primary} disabled={busy || code.length !== 6}>
        {t("verify.check")}
      </button>
      <div className={css.actions}>
        <button type="button" className={css.link} onClick={onBack}>
          {t("verify.change")}
        </button>
        <button type="button" className={css.link} disabled={busy || wait > 0} onClick={() => void again()}>
          {wait > 0 ? t("verify.againIn", { seconds: wait }) : t("verify.again")}
        </button>
      </div>
    </form>
  );
}

function codeTrouble(t: Say, error: unknown): string {
  const left = error instanceof Problem && error.code === "visit.wrong_code" ? error.params.left : undefined;
  return typeof left === "number" ? t("verify.left", { left }) : troubleText(t, error);
}

function useSecondsUntil(at: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.ceil((at - now) / 1000));
}

/** Answers follow by e-mail while no page is open. */
function ByEmail() {
  const { t } = useWords();
  const me = useVisit((store) => store.me);
  const [busy, setBusy] = useState(false);
  if (!me) return null;
  const change = async (checked: boolean) => {
    setBusy(true);
    try {
      await rename(me.name, checked);
    } catch (error) {
      tell(troubleText(t, error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <label className={css.choice}>
      <input
        type="checkbox"
        checked={me.replyByEmail}
        disabled={busy}
        onChange={(event) => void change(event.target.checked)}
      />
      {t(me.email ? "verify.byEmail" : "verify.bySms")}
    </label>
  );
}
