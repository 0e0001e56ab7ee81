import { useNavigate } from "@tanstack/react-router";
import { Tabs } from "antd";
import { useText } from "@/lib/i18n";
import { PageFrame } from "@/ui/page-frame";
import { AuditPart } from "./audit-part";
import { NoticePart } from "./notice-part";
import { RegisterPart } from "./register-part";
import { RequestsPart } from "./requests-part";
import { RulesPart } from "./rules-part";
import { usePrivacyLive } from "./use-privacy";

const TABS = ["requests", "notice", "rules", "register", "audit"] as const;

const PARTS = {
  requests: RequestsPart,
  notice: NoticePart,
  rules: RulesPart,
  register: RegisterPart,
  audit: AuditPart,
};

/** For administrators: what customers agreed to and asked for, and what the company processes. */
export function PrivacyPage({ tab }: { tab: string | undefined }) {
  const { t } = useText();
  const navigate = useNavigate();
  usePrivacyLive();
  return (
    <PageFrame
      title={t("privacy.title")}
      lead={t("privacy.lead")}
      back={{ href: "/customers", label: t("privacy.back") }}
      loading={t("privacy.loading")}
    >
      <Tabs
        activeKey={TABS.find((each) => each === tab) ?? "requests"}
        destroyOnHidden
        onChange={(key) => void navigate({ to: "/customers/privacy", search: { tab: key } })}
        items={TABS.map((key) => {
          const Part = PARTS[key];
          return { key, label: t(`privacy.tabs.${key}`), children: <Part /> };
        })}
      />
    </PageFrame>
  );
}
