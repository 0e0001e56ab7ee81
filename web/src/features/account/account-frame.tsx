import type { ReactNode } from "react";
import { useText } from "@/lib/i18n";
import css from "./account-frame.module.css";
import { BridgePicture } from "./bridge-picture";
import { LanguageSwitch } from "./language-switch";

/** The frame of everything that is seen before being signed in: brand on one side, one task on the other. */
export function AccountFrame({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  const { t } = useText();
  return (
    <div className={css.frame}>
      <aside className={css.brand}>
        <p className={css.name}>
          <span className={css.mark} aria-hidden="true" />
          {t("account.brand.name")}
        </p>
        <div className={css.picture}>
          <BridgePicture />
        </div>
        <p className={css.slogan}>{t("account.brand.slogan")}</p>
        <ul className={css.points}>
          <li>{t("account.brand.points.inside")}</li>
          <li>{t("account.brand.points.own")}</li>
          <li>{t("account.brand.points.open")}</li>
        </ul>
      </aside>
      <main className={css.task}>
        <div className={css.top}>
          <LanguageSwitch />
        </div>
        <div className={css.card}>
          <h1 className={css.title}>{title}</h1>
          {lead && <p className={css.lead}>{lead}</p>}
          {children}
        </div>
      </main>
    </div>
  );
}
