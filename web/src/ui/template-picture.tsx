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
  FormOutlined,
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
import css from "./template-picture.module.css";

/** By the names that templates carry; the shipped ones and those the designer offers. */
const PICTURES: Record<string, ReactNode> = {
  form: <FormOutlined />,
  general: <FileTextOutlined />,
  leave: <CalendarOutlined />,
  overtime: <FieldTimeOutlined />,
  correction: <ClockCircleOutlined />,
  "punch-correction": <ClockCircleOutlined />,
  trip: <CarOutlined />,
  "business-trip": <CarOutlined />,
  outing: <EnvironmentOutlined />,
  "going-out": <EnvironmentOutlined />,
  expense: <DollarOutlined />,
  purchase: <ShoppingCartOutlined />,
  payment: <MoneyCollectOutlined />,
  seal: <SafetyCertificateOutlined />,
  hire: <UserAddOutlined />,
  departure: <LogoutOutlined />,
  resignation: <LogoutOutlined />,
  contract: <FileDoneOutlined />,
  repair: <ToolOutlined />,
  daily: <ReadOutlined />,
  weekly: <ScheduleOutlined />,
  monthly: <ContainerOutlined />,
  project: <ProjectOutlined />,
  visit: <ShopOutlined />,
};

/** The picture of a template; an unknown name shows the general one. Decorative: the name stands beside it. */
export function TemplatePicture({ name }: { name: string }) {
  return (
    <span className={css.picture} aria-hidden="true">
      {PICTURES[name] ?? <AuditOutlined />}
    </span>
  );
}
