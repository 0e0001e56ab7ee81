import {
  AppstoreOutlined,
  AuditOutlined,
  ContactsOutlined,
  MessageOutlined,
  NotificationOutlined,
  SettingOutlined,
  TeamOutlined,
  ToolOutlined,
  UserOutlined,
} from "@ant-design/icons";
import type { ReactNode } from "react";

export interface Place {
  to: string;
  /** Key below `shell.places`. */
  name: "messages" | "dings" | "approvals" | "contacts" | "workbench" | "customers" | "me" | "settings" | "admin";
  icon: ReactNode;
  /** Not among the tabs of a phone, which have no room: reached through the workbench there. */
  railOnly?: boolean;
}

/** What the rail and the bottom tabs lead to, in order. */
export const PLACES: Place[] = [
  { to: "/messages", name: "messages", icon: <MessageOutlined /> },
  { to: "/dings", name: "dings", icon: <NotificationOutlined /> },
  { to: "/approvals", name: "approvals", icon: <AuditOutlined />, railOnly: true },
  { to: "/contacts", name: "contacts", icon: <ContactsOutlined /> },
  { to: "/workbench", name: "workbench", icon: <AppstoreOutlined /> },
  { to: "/customers", name: "customers", icon: <TeamOutlined />, railOnly: true },
];

/** The last tab of a phone, which has no rail for the own face. */
export const ME: Place = { to: "/settings", name: "me", icon: <UserOutlined /> };

export const SETTINGS: Place = { to: "/settings", name: "settings", icon: <SettingOutlined /> };

/** The administration is an entry of its own and is loaded afresh. */
export const ADMIN: Place = { to: "/admin/", name: "admin", icon: <ToolOutlined /> };
