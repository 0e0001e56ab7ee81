import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Tabs } from "antd";
import type { ReactNode } from "react";
import { useText } from "@/lib/i18n";
import { PageFrame } from "@/ui/page-frame";
import { AlertsPart } from "./alerts-part";
import { ArchivePart } from "./archive-part";
import { HitsPart } from "./hits-part";
import { LooksPart } from "./looks-part";
import { ReportsPart } from "./reports-part";
import { RulesPart } from "./rules-part";
import { SetupPart } from "./setup-part";
import { StatisticsPart } from "./statistics-part";
import type { GuardTab } from "./tabs";
import { rightsQuery, selfQuery, useGuardLive } from "./use-guard";

interface Props {
  tab: GuardTab | null;
  thread: number | null;
}

/** Sensitive words, alerts and archived chats, as far as the reader has to do with them. */
export function GuardPage({ tab, thread }: Props) {
  const { t } = useText();
  const navigate = useNavigate();
  const rights = useQuery(rightsQuery);
  const self = useQuery(selfQuery);
  useGuardLive();
  const go = (next: GuardTab, id?: number) =>
    void navigate({ to: "/customers/guard", search: { tab: next, thread: id } });
  const parts: [GuardTab, ReactNode][] = [];
  if (rights.data && self.data) {
    const { seesHits, seesAlerts, manages } = rights.data;
    const open = (id: number | null) => go("archive", id ?? undefined);
    if (seesHits) {
      parts.push(["hits", <HitsPart key="hits" rules={rights.data.rules} />]);
      parts.push(["statistics", <StatisticsPart key="statistics" />]);
    }
    if (seesAlerts) parts.push(["alerts", <AlertsPart key="alerts" manages={manages} />]);
    if (manages) {
      parts.push(["reports", <ReportsPart key="reports" />]);
      parts.push(["rules", <RulesPart key="rules" />]);
    }
    parts.push(["archive", <ArchivePart key="archive" self={self.data} thread={thread} onOpen={open} />]);
    if (manages) {
      parts.push(["looks", <LooksPart key="looks" />]);
      parts.push(["setup", <SetupPart key="setup" appoints={self.data.appoints} />]);
    }
  }
  const shown = parts.some(([each]) => each === tab) ? tab : parts[0]?.[0];
  return (
    <PageFrame
      title={t("guard.title")}
      lead={t("guard.lead")}
      back={{ href: "/customers", label: t("customer.back") }}
      loading={t("guard.loading")}
      problem={rights.error ?? self.error}
      pending={parts.length === 0}
    >
      <Tabs
        activeKey={shown ?? ""}
        destroyOnHidden
        onChange={(next) => go(next as GuardTab)}
        items={parts.map(([each, children]) => ({ key: each, label: t(`guard.tabs.${each}`), children }))}
      />
    </PageFrame>
  );
}
