import {
  ApiOutlined,
  AuditOutlined,
  BranchesOutlined,
  ClockCircleOutlined,
  ForkOutlined,
  SendOutlined,
  ToolOutlined,
} from "@ant-design/icons";
import type { ReactNode } from "react";
import type { NodeKind } from "@/api/route-types";

const ICONS: Record<NodeKind, ReactNode> = {
  APPROVE: <AuditOutlined />,
  HANDLE: <ToolOutlined />,
  CC: <SendOutlined />,
  BRANCH: <BranchesOutlined />,
  PARALLEL: <ForkOutlined rotate={180} />,
  DELAY: <ClockCircleOutlined />,
  WEBHOOK: <ApiOutlined />,
};

export function NodeIcon({ kind }: { kind: NodeKind }) {
  return <span aria-hidden="true">{ICONS[kind]}</span>;
}
