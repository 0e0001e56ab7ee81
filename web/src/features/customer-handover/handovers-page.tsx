import { useNavigate } from "@tanstack/react-router";
import { Tabs } from "antd";
import type { ReactNode } from "react";
import { useSession } from "@/api/session";
import { useText } from "@/lib/i18n";
import { isAdmin } from "@/lib/rights";
import { PageFrame } from "@/ui/page-frame";
import { AuditPart } from "./audit-part";
import { HandoverLines } from "./handover-lines";
import { LeaverPart } from "./leaver-part";
import { LeaversPart } from "./leavers-part";
import { SettingsPart } from "./settings-part";
import { StatisticsPart } from "./statistics-part";
import type { HandoverTab } from "./tabs";
import { useHandoversLive } from "./use-handovers";

interface Props {
  tab: HandoverTab;
  leaver: number | null;
}

/** Customers who need somebody, and everything that was handed over. */
export function HandoversPage({ tab, leaver }: Props) {
  const { t } = useText();
  const navigate = useNavigate();
  const admin = isAdmin(useSession().grants);
  useHandoversLive();
  const go = (next: HandoverTab, person?: number) =>
    void navigate({ to: "/handovers", search: { tab: next, leaver: person } });
  const leavers =
    leaver === null ? (
      <LeaversPart onOpen={(id) => go("leavers", id)} />
    ) : (
      <LeaverPart id={leaver} key={leaver} onBack={() => go("leavers")} />
    );
  const parts: [HandoverTab, ReactNode][] = [
    ["leavers", leavers],
    ["incoming", <HandoverLines key="incoming" scope="INCOMING" />],
    ["outgoing", <HandoverLines key="outgoing" scope="OUTGOING" />],
    ["managed", <HandoverLines key="managed" scope="MANAGED" />],
    ["statistics", <StatisticsPart key="statistics" />],
  ];
  if (admin) parts.push(["audit", <AuditPart key="audit" />], ["settings", <SettingsPart key="settings" />]);
  return (
    <PageFrame
      title={t("handover.title")}
      lead={t("handover.lead")}
      back={{ href: "/customers", label: t("handover.toCustomers") }}
      loading={t("handover.loading")}
    >
      <Tabs
        activeKey={parts.some(([key]) => key === tab) ? tab : "leavers"}
        destroyOnHidden
        onChange={(key) => go(key as HandoverTab)}
        items={parts.map(([key, children]) => ({ key, label: t(`handover.tabs.${key}`), children }))}
      />
    </PageFrame>
  );
}
