import { useEffect, useState } from "react";
import { Problem } from "@/api/http";
import type { VisitArchive } from "@/api/visit-types";
import en from "@/i18n/en/visit-archive.json";
import zh from "@/i18n/zh/visit-archive.json";
import { guestApi } from "./guest-api";
import css from "./handover.module.css";
import { useVisit } from "./store";
import { useAttempt } from "./use-attempt";
import { useWords } from "./words";

/** The company would like to archive the chat: the customer agrees or not, and may withdraw at any time. */
export default function ArchiveNote() {
  const { locale } = useWords();
  const words = locale === "zh-CN" ? zh : en;
  const me = useVisit((store) => store.me); // a hint brings a new one
  const [archive, setArchive] = useState<VisitArchive | null>(null);
  const [open, setOpen] = useState(false);
  const { attempt, busy, wrong } = useAttempt((_, error) =>
    error instanceof Problem && error.code === "archive.notice_changed" ? words.changed : words.unexpected,
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again whenever the guest was
  useEffect(() => {
    let gone = false;
    const look = async () => {
      const answer = await guestApi.get<VisitArchive>("/api/visit/archive");
      if (!gone) setArchive(answer);
    };
    void look().catch(() => undefined); // offline: the next hint asks again
    return () => {
      gone = true;
    };
  }, [me]);
  const agreed = archive?.state === "AGREED";
  if (!archive || !me || !(agreed || (archive.asks && archive.state === "OPEN"))) return null;
  const answer = (agree: boolean) =>
    void attempt(async () => {
      try {
        setArchive(await guestApi.put<VisitArchive>("/api/visit/archive", { agree, version: archive.version }));
      } catch (error) {
        setArchive(await guestApi.get<VisitArchive>("/api/visit/archive")); // what is to be read now
        throw error;
      }
    });
  return (
    <section className={css.note} aria-label={words.label}>
      <p>{agreed ? words.on : words.ask.replace("{{company}}", me.company.name)}</p>
      {open && <p className={css.text}>{archive.notice}</p>}
      <p className={css.do}>
        {!agreed && (
          <button type="button" disabled={busy} onClick={() => answer(true)}>
            {words.agree}
          </button>
        )}
        <button type="button" disabled={busy} onClick={() => answer(false)}>
          {agreed ? words.withdraw : words.refuse}
        </button>
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? words.hide : words.read}
        </button>
      </p>
      {wrong && <p role="alert">{wrong}</p>}
    </section>
  );
}
