import { LogoutOutlined, PlusOutlined, SettingOutlined } from "@ant-design/icons";
import { Dropdown, type MenuProps } from "antd";
import { useSwitchCompany } from "@/api/company";
import { useSession, useSignOut } from "@/api/session";
import { useText } from "@/lib/i18n";
import { Avatar } from "@/ui/avatar";
import css from "./avatar-menu.module.css";

/** The own face in the rail: who I am and where, other companies, settings, sign out. */
export function AvatarMenu({ size = 36, onSettings }: { size?: number; onSettings: () => void }) {
  const { t } = useText();
  const session = useSession();
  const change = useSwitchCompany();
  const signOut = useSignOut();
  const companies: MenuProps["items"] = session.companies.map((company) => ({
    key: `org:${company.orgId}`,
    label: company.enabled ? company.name : `${company.name} (${t("account.menu.disabled")})`,
    disabled: !company.enabled,
  }));
  const items: MenuProps["items"] = [
    { key: "me", type: "group", label: <WhoAmI /> },
    { type: "divider" },
    { key: "companies", type: "group", label: t("account.menu.companies"), children: companies },
    { key: "create", icon: <PlusOutlined />, label: t("account.menu.create") },
    { type: "divider" },
    { key: "settings", icon: <SettingOutlined />, label: t("account.menu.settings") },
    { key: "sign-out", icon: <LogoutOutlined />, label: t("account.menu.signOut") },
  ];
  const choose = (key: string) => {
    if (key === "settings") onSettings();
    else if (key === "sign-out") signOut.mutate();
    else if (key === "create") window.location.assign("/companies?found=true");
    else if (key.startsWith("org:") && Number(key.slice(4)) !== session.org.id) change.mutate(Number(key.slice(4)));
  };
  return (
    <Dropdown
      trigger={["click"]}
      placement="bottomRight"
      classNames={{ root: css.menu }}
      menu={{ items, selectedKeys: [`org:${session.org.id}`], onClick: ({ key }) => choose(key) }}
    >
      <button type="button" className={css.button} aria-label={t("account.menu.label", { name: session.member.name })}>
        <Avatar person={session.member} size={size} />
      </button>
    </Dropdown>
  );
}

function WhoAmI() {
  const { member, org } = useSession();
  return (
    <span className={css.who}>
      <Avatar person={member} size={40} />
      <span className={css.lines}>
        <span className={css.name}>{member.name}</span>
        <span className={css.where}>{member.title ? `${member.title} · ${org.name}` : org.name}</span>
      </span>
    </span>
  );
}
