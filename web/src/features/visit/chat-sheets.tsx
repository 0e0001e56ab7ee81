import { lazy, Suspense } from "react";
import type { VisitMe, VisitThread } from "@/api/visit-types";
import { BusinessCard, CompanyLine } from "./business-card";
import css from "./chat.module.css";
import { OwnSheet } from "./own-sheet";
import { EndSheet, NameSheet, NoticeSheet } from "./own-sheets";
import { Sheet } from "./sheet";
import { useVisit } from "./store";
import { ThreadsSheet } from "./threads-sheet";
import { end } from "./visiting";
import { switchLocale, useWords } from "./words";

const Products = lazy(() => import("./products-part").catch(() => ({ default: () => null })));

export type ChatSheet =
  | "menu"
  | "card"
  | "threads"
  | "verify"
  | "name"
  | "push"
  | "mass"
  | "notice"
  | "privacy"
  | "end"
  | "report";

interface Props {
  sheet: ChatSheet;
  me: VisitMe;
  thread: VisitThread;
  several: boolean;
  onSheet: (sheet: ChatSheet | null) => void;
}

/** What opens over a chat, one at a time. */
export default function ChatSheets({ sheet, me, thread, several, onSheet }: Props) {
  const close = () => onSheet(null);
  switch (sheet) {
    case "menu":
      return <MenuSheet open={thread.open} several={several} onSheet={onSheet} />;
    case "card":
      return <CardSheet me={me} thread={thread} onClose={close} />;
    case "threads":
      return <ThreadsSheet onClose={close} />;
    case "name":
      return <NameSheet me={me} onClose={close} />;
    case "notice":
      return <NoticeSheet me={me} onClose={close} />;
    case "mass":
    case "privacy":
    case "push":
    case "verify":
      return <OwnSheet sheet={sheet} me={me} onVerify={() => onSheet("verify")} onClose={close} />;
    default:
      return <ThreadEnd report={sheet === "report"} me={me} thread={thread} onClose={close} />;
  }
}

interface EndProps extends Pick<Props, "me" | "thread"> {
  report: boolean;
  onClose: () => void;
}

/** The customer ends the contact, with or without telling the company's administrators why. */
function ThreadEnd({ report, me, thread, onClose }: EndProps) {
  const { t } = useWords();
  const { name } = thread.person;
  return (
    <EndSheet
      title={t(report ? "end.report" : "end.title", { name })}
      text={report ? t("end.reportText", { company: me.company.name }) : t("end.text")}
      action={t(report ? "end.reportAction" : "end.action")}
      report={report}
      send={(complaint) => end(thread, complaint)}
      onClose={onClose}
    />
  );
}

function CardSheet({ me, thread, onClose }: { me: VisitMe; thread: VisitThread; onClose: () => void }) {
  const { t } = useWords();
  return (
    <Sheet title={t("chat.card", { name: thread.person.name })} onClose={onClose}>
      <CompanyLine company={me.company} />
      <BusinessCard person={thread.person} team="" needs={[]} level={2} />
      <Suspense>
        <Products from={{ thread }} onAsk={onClose} />
      </Suspense>
    </Sheet>
  );
}

function MenuSheet({ open, several, onSheet }: { open: boolean; several: boolean } & Pick<Props, "onSheet">) {
  const { t } = useWords();
  const embedded = useVisit((store) => store.embedded); // a frame may not ask for notifications
  const own = (["threads", "verify", "name", "push", "mass", "notice", "privacy"] as const)
    .slice(several ? 0 : 1)
    .filter((each) => each !== "push" || !embedded);
  const ending = open ? (["report", "end"] as const) : [];
  return (
    <Sheet title={t("chat.menu")} onClose={() => onSheet(null)}>
      <ul className={css.menu}>
        {own.map((each) => (
          <li key={each}>
            <button type="button" onClick={() => onSheet(each)}>
              {t(`menu.${each}`)}
            </button>
          </li>
        ))}
        <li>
          <button type="button" aria-label={t("switchTo")} onClick={switchLocale}>
            {t("other")}
          </button>
        </li>
        {ending.map((each) => (
          <li key={each}>
            <button type="button" className={css.loss} onClick={() => onSheet(each)}>
              {t(`menu.${each}`)}
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
