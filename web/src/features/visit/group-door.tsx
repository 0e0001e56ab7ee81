import { useState } from "react";
import type { VisitGroupCode } from "@/api/visit-types";
import { BridgeMark } from "@/ui/bridge-mark";
import { CompanyLine } from "./business-card";
import css from "./card.module.css";
import { ConsentSheet } from "./consent-sheet";
import { Face } from "./face";
import { LanguageButton } from "./language-button";
import { choices, groupOf, show, useVisit } from "./store";
import { ThreadsSheet } from "./threads-sheet";
import shared from "./visit.module.css";
import { join } from "./visiting";
import { useWords } from "./words";

/** What somebody sees who opened the code of a group: which one it is, and one button. */
export function GroupDoor({ invitation }: { invitation: VisitGroupCode }) {
  const { t } = useWords();
  const known = useVisit((store) => groupOf(store.groups, invitation.known?.conversationId ?? null));
  const others = useVisit(choices) > (known ? 1 : 0);
  const [sheet, setSheet] = useState<"consent" | "threads" | null>(null);
  const { company, title, members, full } = invitation;
  const begin = () => (known ? show({ name: "group", conversation: known.conversationId }) : setSheet("consent"));
  return (
    <main className={shared.page}>
      <div className={css.column}>
        <div className={css.top}>
          <CompanyLine company={company} />
          <LanguageButton />
        </div>
        <section className={css.card} aria-label={title}>
          <div className={css.person}>
            <Face id={members} name={title} avatar={null} size={72} />
            <div className={css.names}>
              <h1 className={css.name}>{title}</h1>
              <p className={css.title}>{t("group.door.members", { count: members })}</p>
            </div>
          </div>
          <p className={shared.quiet}>{t("group.door.about", { company: company.name })}</p>
        </section>
        {full && !known && <p role="status">{t("group.door.full")}</p>}
        <div className={css.foot}>
          <button type="button" className={shared.primary} disabled={full && !known} onClick={begin}>
            {t(known ? "group.door.goOn" : "group.door.join")}
          </button>
          {others && (
            <button type="button" className={shared.plain} onClick={() => setSheet("threads")}>
              {t("card.mine")}
            </button>
          )}
        </div>
        <div className={css.sign}>
          <BridgeMark size={20} />
        </div>
      </div>
      {sheet === "consent" && (
        <ConsentSheet
          title={t("group.door.title", { title })}
          text={t("group.door.consent", { company: company.name })}
          agree={t("group.door.agree")}
          notice={invitation.notice}
          begin={join}
          onClose={() => setSheet(null)}
        />
      )}
      {sheet === "threads" && <ThreadsSheet onClose={() => setSheet(null)} />}
    </main>
  );
}
