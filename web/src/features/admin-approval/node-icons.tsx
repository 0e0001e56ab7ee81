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

/** Menus give their icons a class. */
export function NodeIcon({ kind, className }: { kind: NodeKind; className?: string }) {
  return (
    <span className={className} aria-hidden="true">
      {ICONS[kind]}
    </span>
  );
}
