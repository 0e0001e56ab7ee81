import { useNavigate } from "@tanstack/react-router";
import { Tabs } from "antd";
import type { ReactNode } from "react";
import { useSession } from "@/api/session";
import { useText } from "@/lib/i18n";
import { isAdmin } from "@/lib/rights";
import { PageFrame } from "@/ui/page-frame";
import { AllStatistics } from "./all-statistics";
import { BlocksPart } from "./blocks-part";
import { CodesPart } from "./codes-part";
import { GroupsPart } from "./groups-part";
import { RulesPart } from "./rules-part";
import { SettingsPart } from "./settings-part";
import type { GroupsTab } from "./tabs";
import { useGroupsLive } from "./use-groups";

/** Groups of staff and customers, the codes that lead into them and what keeps them clean. */
export function GroupsPage({ tab }: { tab: GroupsTab }) {
  const { t } = useText();
  const navigate = useNavigate();
  const admin = isAdmin(useSession().grants);
  useGroupsLive();
  const parts: [GroupsTab, ReactNode][] = [
    ["groups", <GroupsPart key="groups" />],
    ["codes", <CodesPart key="codes" />],
    ["rules", <RulesPart key="rules" />],
    ["statistics", <AllStatistics key="statistics" />],
  ];
  if (admin) parts.push(["blocks", <BlocksPart key="blocks" />], ["settings", <SettingsPart key="settings" />]);
  return (
    <PageFrame
      title={t("customerGroup.title")}
      lead={t("customerGroup.lead")}
      back={{ href: "/customers", label: t("customerGroup.backToCustomers") }}
      loading={t("customerGroup.loading")}
    >
      <Tabs
        activeKey={tab}
        destroyOnHidden
        onChange={(key) => void navigate({ to: "/customers/groups", search: { tab: key as GroupsTab } })}
        items={parts.map(([key, children]) => ({ key, label: t(`customerGroup.tabs.${key}`), children }))}
      />
    </PageFrame>
  );
}
