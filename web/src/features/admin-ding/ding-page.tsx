import type { ReactNode } from "react";
import { useText } from "@/lib/i18n";
import { AdminLink } from "@/ui/admin-link";
import { PageHead } from "@/ui/page-head";
import { AuditList } from "./audit-list";
import css from "./ding-page.module.css";
import { ProtectedPeople } from "./protected-people";
import { RulesEditor } from "./rules-editor";
import { SettingsForm } from "./settings-form";
import { StatisticsPart } from "./statistics-part";

export const DING_TABS = ["settings", "rules", "people", "audit", "statistics"] as const;
export type DingTab = (typeof DING_TABS)[number];

export function isDingTab(value: unknown): value is DingTab {
  return DING_TABS.some((tab) => tab === value);
}

const PARTS: Record<DingTab, ReactNode> = {
  settings: <SettingsForm />,
  rules: <RulesEditor />,
  people: <ProtectedPeople />,
  audit: <AuditList />,
  statistics: <StatisticsPart />,
};

/** What the company decides about DINGs. The open part is in the address. */
export function DingPage({ tab }: { tab: DingTab }) {
  const { t } = useText();
  return (
    <div className={css.page}>
      <PageHead title={t("admin.places.ding")} lead={t("dingAdmin.lead")} />
      <nav className={css.tabs} aria-label={t("admin.places.ding")}>
        {DING_TABS.map((each) => (
          <AdminLink
            key={each}
            className={css.tab}
            to="/ding"
            search={each === "settings" ? {} : { tab: each }}
            bySearch
          >
            {t(`dingAdmin.tab.${each}`)}
          </AdminLink>
        ))}
      </nav>
      {PARTS[tab]}
    </div>
  );
}
