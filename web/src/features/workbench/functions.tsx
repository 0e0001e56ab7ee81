import {
  ApartmentOutlined,
  AuditOutlined,
  BankOutlined,
  ContactsOutlined,
  ControlOutlined,
  EditOutlined,
  FileTextOutlined,
  FormOutlined,
  IdcardOutlined,
  ImportOutlined,
  LaptopOutlined,
  NotificationOutlined,
  SolutionOutlined,
  SwapOutlined,
  TagsOutlined,
  TeamOutlined,
  ThunderboltOutlined,
  UserAddOutlined,
  UserOutlined,
} from "@ant-design/icons";
import type { ReactNode } from "react";
import type { Duty, Grant, OrgSettings } from "@/api/types";

export type FunctionName =
  | "approvals"
  | "newApproval"
  | "reports"
  | "newReport"
  | "handovers"
  | "dings"
  | "newDing"
  | "customers"
  | "contacts"
  | "groups"
  | "invite"
  | "import"
  | "members"
  | "departments"
  | "company"
  | "roles"
  | "requests"
  | "templates"
  | "reportTemplates"
  | "profile"
  | "devices"
  | "preferences";

export interface WorkFunction {
  name: FunctionName;
  /** Addresses below /admin belong to the other entry and are loaded afresh. */
  href: string;
  icon: ReactNode;
}

export interface FunctionGroup {
  name: "people" | "company" | "mine";
  functions: WorkFunction[];
}

const PEOPLE: WorkFunction[] = [
  { name: "approvals", href: "/approvals", icon: <AuditOutlined /> },
  { name: "newApproval", href: "/approvals/new", icon: <FormOutlined /> },
  { name: "reports", href: "/reports", icon: <FileTextOutlined /> },
  { name: "newReport", href: "/reports/new", icon: <EditOutlined /> },
  { name: "handovers", href: "/handovers", icon: <SwapOutlined /> },
  { name: "dings", href: "/dings", icon: <NotificationOutlined /> },
  { name: "newDing", href: "/dings/new", icon: <ThunderboltOutlined /> },
  { name: "customers", href: "/customers", icon: <TeamOutlined /> },
  { name: "contacts", href: "/contacts", icon: <ContactsOutlined /> },
  { name: "groups", href: "/contacts/groups", icon: <TeamOutlined /> },
];

const INVITE: WorkFunction = { name: "invite", href: "/admin/invitations", icon: <UserAddOutlined /> };

const TEMPLATES: WorkFunction = { name: "templates", href: "/admin/approvals", icon: <AuditOutlined /> };

const REPORT_TEMPLATES: WorkFunction = { name: "reportTemplates", href: "/admin/reports", icon: <FileTextOutlined /> };

/** What a sub-administrator may do as well, within their departments. */
const SUB_ADMIN: WorkFunction[] = [
  { name: "members", href: "/admin/members", icon: <UserOutlined /> },
  { name: "departments", href: "/admin/departments", icon: <ApartmentOutlined /> },
];

const ADMIN: WorkFunction[] = [
  { name: "requests", href: "/admin/requests", icon: <SolutionOutlined /> },
  { name: "import", href: "/admin/import", icon: <ImportOutlined /> },
  { name: "roles", href: "/admin/roles", icon: <TagsOutlined /> },
  { name: "company", href: "/admin/company", icon: <BankOutlined /> },
];

const MINE: WorkFunction[] = [
  { name: "profile", href: "/settings/profile", icon: <IdcardOutlined /> },
  { name: "devices", href: "/settings/devices", icon: <LaptopOutlined /> },
  { name: "preferences", href: "/settings/preferences", icon: <ControlOutlined /> },
];

/** What this person can really do here, grouped; groups without a function are left out. */
export function functionsFor(
  { grants, duties }: { grants: readonly Grant[]; duties: readonly Duty[] },
  settings: Pick<OrgSettings, "membersMayInvite">,
): FunctionGroup[] {
  const admin = grants.includes("OWNER") || grants.includes("ADMIN");
  const anyAdmin = admin || grants.includes("SUB_ADMIN");
  const designs = [
    ...(admin || duties.includes("APPROVAL_TEMPLATES") ? [TEMPLATES] : []),
    ...(admin || duties.includes("REPORT_TEMPLATES") ? [REPORT_TEMPLATES] : []),
  ];
  const mayInvite = anyAdmin || settings.membersMayInvite;
  const groups: FunctionGroup[] = [
    { name: "people", functions: [...PEOPLE, ...(mayInvite ? [INVITE] : [])] },
    {
      name: "company",
      functions: [...(anyAdmin ? SUB_ADMIN : []), ...designs, ...(admin ? ADMIN : [])],
    },
    { name: "mine", functions: MINE },
  ];
  return groups.filter((group) => group.functions.length > 0);
}
