import { MoreOutlined } from "@ant-design/icons";
import { App, Dropdown, Tag } from "antd";
import type { TemplateRow } from "@/api/approval-template-types";
import { type Translate, useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import { useAdminNavigate } from "@/ui/admin-address";
import { AdminLink } from "@/ui/admin-link";
import { type Names, useNames } from "@/ui/forms/designer/use-names";
import { IconButton } from "@/ui/icon-button";
import { TemplateIcon } from "./template-icon";
import css from "./templates.module.css";
import { useChangeState, useCopyTemplate } from "./use-templates";

interface Props {
  row: TemplateRow;
  first: boolean;
  last: boolean;
  onMove: (by: number) => void;
}

export function TemplateLine({ row, first, last, onMove }: Props) {
  const { t } = useText();
  const { message, modal } = App.useApp();
  const go = useAdminNavigate();
  const names = useNames(row.starters.members);
  const copy = useCopyTemplate();
  const state = useChangeState();
  const failed = (error: unknown) => void message.error(problemText(t, error));
  const stop = () =>
    modal.confirm({
      title: t("approvalDesign.stopTitle", { name: row.name }),
      content: t("approvalDesign.stopText"),
      okText: t("approvalDesign.stop"),
      cancelText: t("form.cancel"),
      okButtonProps: { danger: true },
      onOk: () => state.mutateAsync({ id: row.id, state: "STOPPED" }).catch(failed),
    });
  const act = (key: string) => {
    if (key === "up") onMove(-1);
    else if (key === "down") onMove(1);
    else if (key === "stop") stop();
    else if (key === "start") state.mutate({ id: row.id, state: "ACTIVE" }, { onError: failed });
    else
      copy.mutate(
        { id: row.id, name: t("approvalDesign.copyName", { name: row.name }) },
        { onSuccess: ({ id }) => go(`/approvals/${id}`), onError: failed },
      );
  };
  const items = [
    { key: "up", label: t("approvalDesign.up"), disabled: first },
    { key: "down", label: t("approvalDesign.down"), disabled: last },
    { key: "copy", label: t("approvalDesign.copy") },
    ...(row.state === "ACTIVE" ? [{ key: "stop", label: t("approvalDesign.stop"), danger: true }] : []),
    ...(row.state === "STOPPED" ? [{ key: "start", label: t("approvalDesign.restart") }] : []),
  ];
  return (
    <li className={css.template}>
      <TemplateIcon name={row.icon} />
      <span className={css.words}>
        <AdminLink className={css.name} to={`/approvals/${row.id}`}>
          {row.name}
        </AdminLink>
        <span className={css.quiet}>{startersText(t, row, names)}</span>
      </span>
      <span className={css.state}>
        <Tag color={row.state === "ACTIVE" ? "success" : undefined}>{t(`approvalDesign.state.${row.state}`)}</Tag>
        {row.changed && row.state !== "DRAFT" && <Tag color="warning">{t("approvalDesign.changed")}</Tag>}
      </span>
      <Dropdown trigger={["click"]} menu={{ items, onClick: ({ key }) => act(key) }}>
        <IconButton icon={<MoreOutlined />} label={t("approvalDesign.more", { name: row.name })} />
      </Dropdown>
    </li>
  );
}

const MOST = 3;

function startersText(t: Translate, { starters }: TemplateRow, names: Names): string {
  const all = [
    ...starters.departments.map(names.department),
    ...starters.roles.map(names.role),
    ...starters.members.map(names.member),
  ];
  if (all.length === 0) return t("approvalDesign.everybody");
  const shown = all.slice(0, MOST).join(t("approvalDesign.comma"));
  return t("approvalDesign.startedBy", { who: all.length > MOST ? `${shown}…` : shown });
}
