import { lazy, Suspense, useState } from "react";
import type { VisitWay } from "@/api/visit-types";
import { BridgeMark } from "@/ui/bridge-mark";
import { askIn, askLater } from "./asks";
import { BusinessCard, CompanyLine } from "./business-card";
import css from "./card.module.css";
import { ConsentSheet } from "./consent-sheet";
import { LanguageButton } from "./language-button";
import { choices, show, useVisit } from "./store";
import { ThreadsSheet } from "./threads-sheet";
import shared from "./visit.module.css";
import { open } from "./visiting";
import { useWords } from "./words";

/** After the card is painted; without a network there is the card alone. */
const Products = lazy(() => import("./products-part").catch(() => ({ default: () => null })));

/** The first thing a stranger sees: who this is, and one button. */
export function CardPage({ way }: { way: VisitWay }) {
  const { t } = useWords();
  const me = useVisit((store) => store.me);
  const [sheet, setSheet] = useState<"consent" | "threads" | null>(null);
  const known = me?.threads.find((each) => each.open && each.conversationId === way.known?.conversationId);
  const others = useVisit(choices) > (known ? 1 : 0);
  const begin = () => (known ? show({ name: "chat", conversation: known.conversationId }) : setSheet("consent"));
  const ask = (product: number) => {
    askLater(product);
    begin();
    if (known) void askIn(known.conversationId);
  };
  const close = () => {
    askLater(null);
    setSheet(null);
  };
  return (
    <main className={shared.page}>
      <div className={css.column}>
        <div className={css.top}>
          <CompanyLine company={way.company} />
          <LanguageButton />
        </div>
        <BusinessCard person={way.person} team={way.title} needs={way.needs} level={1} />
        <Suspense>
          <Products from={{ code: way.code }} onAsk={ask} />
        </Suspense>
        {!way.accepting && <p className={shared.quiet}>{t("card.away")}</p>}
        {way.accepting && !way.direct && <p className={shared.quiet}>{t("card.accept")}</p>}
        <div className={css.foot}>
          <button type="button" className={shared.primary} onClick={begin}>
            {t(known ? "card.goOn" : "card.chat")}
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
          title={t("consent.title")}
          text={t("consent.text", { company: way.company.name })}
          agree={t("consent.agree")}
          notice={way.notice}
          begin={open}
          onClose={close}
        />
      )}
      {sheet === "threads" && <ThreadsSheet onClose={() => setSheet(null)} />}
    </main>
  );
}
