import { MoreOutlined } from "@ant-design/icons";
import { useNavigate } from "@tanstack/react-router";
import { Dropdown } from "antd";
import type { ApprovalBox } from "@/api/approval-types";
import { withQuery } from "@/api/http";
import { saveFrom } from "@/lib/file-addresses";
import { useText } from "@/lib/i18n";
import { IconButton } from "@/ui/icon-button";
import { type Filter, filterQuery } from "./use-approvals";

interface Props {
  manages: boolean;
  box: ApprovalBox;
  filter: Filter;
}

/** What is rarely needed: delegations; for data managers the numbers and the table. */
export function ListMenu({ manages, box, filter }: Props) {
  const { t } = useText();
  const navigate = useNavigate();
  const save = () => {
    const { state, template, q, from } = filterQuery(filter, new Date());
    saveFrom(withQuery("/api/approvals/export.xlsx", { state, template, q, from }));
  };
  const items = [
    { key: "delegations", label: t("approval.delegations.title") },
    ...(manages ? [{ key: "statistics", label: t("approval.statistics.title") }] : []),
    ...(manages && box === "ALL" ? [{ key: "export", label: t("approval.export") }] : []),
  ];
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        items,
        onClick: ({ key }) => {
          if (key === "export") save();
          else void navigate({ to: key === "statistics" ? "/approvals/statistics" : "/approvals/delegations" });
        },
      }}
    >
      <IconButton icon={<MoreOutlined />} label={t("approval.more")} />
    </Dropdown>
  );
}
