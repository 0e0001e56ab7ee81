import {
  AuditOutlined,
  CalendarOutlined,
  CarOutlined,
  ClockCircleOutlined,
  ContainerOutlined,
  DollarOutlined,
  EnvironmentOutlined,
  FieldTimeOutlined,
  FileDoneOutlined,
  FileTextOutlined,
  LogoutOutlined,
  MoneyCollectOutlined,
  ProjectOutlined,
  ReadOutlined,
  SafetyCertificateOutlined,
  ScheduleOutlined,
  ShopOutlined,
  ShoppingCartOutlined,
  ToolOutlined,
  UserAddOutlined,
} from "@ant-design/icons";
import type { ReactNode } from "react";
import css from "./template-icon.module.css";

const ICONS = {
  general: <FileTextOutlined />,
  form: <AuditOutlined />,
  leave: <CalendarOutlined />,
  overtime: <FieldTimeOutlined />,
  "punch-correction": <ClockCircleOutlined />,
  "business-trip": <CarOutlined />,
  "going-out": <EnvironmentOutlined />,
  expense: <DollarOutlined />,
  purchase: <ShoppingCartOutlined />,
  payment: <MoneyCollectOutlined />,
  seal: <SafetyCertificateOutlined />,
  hire: <UserAddOutlined />,
  resignation: <LogoutOutlined />,
  contract: <FileDoneOutlined />,
  repair: <ToolOutlined />,
  daily: <ReadOutlined />,
  weekly: <ScheduleOutlined />,
  monthly: <ContainerOutlined />,
  project: <ProjectOutlined />,
  visit: <ShopOutlined />,
} satisfies Record<string, ReactNode>;
export type IconName = keyof typeof ICONS;
export const ICON_NAMES = Object.keys(ICONS) as IconName[];

/** The picture of a template; an unknown name shows the general one. */
export function TemplateIcon({ name, large = false }: { name: string; large?: boolean }) {
  return (
    <span className={css.icon} data-large={large || undefined} aria-hidden="true">
      {(ICONS as Record<string, ReactNode>)[name] ?? <AuditOutlined />}
    </span>
  );
}
