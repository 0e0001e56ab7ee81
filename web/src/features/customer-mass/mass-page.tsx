import { PlusOutlined } from "@ant-design/icons";
import { useNavigate } from "@tanstack/react-router";
import { Button, Tabs } from "antd";
import type { ReactNode } from "react";
import { useSession } from "@/api/session";
import { useText } from "@/lib/i18n";
import { isAdmin } from "@/lib/rights";
import { PageFrame } from "@/ui/page-frame";
import { MassLines } from "./mass-lines";
import { SettingsPart } from "./settings-part";
import type { MassTab } from "./tabs";
import { useMassLive } from "./use-mass";

/** Mass messages: one's own, the company's in which one takes part, and all for administrators. */
export function MassPage({ tab }: { tab: MassTab }) {
  const { t } = useText();
  const navigate = useNavigate();
  const admin = isAdmin(useSession().grants);
  useMassLive();
  const parts: [MassTab, ReactNode][] = [
    ["mine", <MassLines key="mine" box="MINE" />],
    ["tasks", <MassLines key="tasks" box="TASKS" />],
  ];
  if (admin) parts.push(["all", <MassLines key="all" box="ALL" />], ["settings", <SettingsPart key="settings" />]);
  return (
    <PageFrame
      title={t("mass.title")}
      lead={t("mass.lead")}
      back={{ href: "/customers", label: t("mass.toCustomers") }}
      loading={t("mass.loading")}
      actions={
        <Button
          type="primary"
          icon={<PlusOutlined />}
          onClick={() => void navigate({ to: "/customers/mass/new", search: {} })}
        >
          {t("mass.new")}
        </Button>
      }
    >
      <Tabs
        activeKey={tab}
        destroyOnHidden
        onChange={(key) => void navigate({ to: "/customers/mass", search: { tab: key as MassTab } })}
        items={parts.map(([key, children]) => ({ key, label: t(`mass.tabs.${key}`), children }))}
      />
    </PageFrame>
  );
}
