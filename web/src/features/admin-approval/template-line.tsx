import { MoreOutlined } from "@ant-design/icons";
import { App, Dropdown } from "antd";
import type { Template, TemplateGroup } from "@/api/approval-template-types";
import { follow } from "@/lib/follow";
import { type Translate, useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import { useAdminNavigate } from "@/ui/admin-address";
import { AdminLink } from "@/ui/admin-link";
import { type Names, useNames } from "@/ui/forms/designer/use-names";
import { IconButton } from "@/ui/icon-button";
import css from "@/ui/template-editor.module.css";
import { TemplateIcon } from "@/ui/template-icon";
import { useCreateTemplate, useDeleteTemplate, useSetOpen } from "./use-templates";

interface Props {
  template: Template;
  first: boolean;
  last: boolean;
  admin: boolean;
  /** Groups it may be moved to. */
  groups: readonly TemplateGroup[];
  onMove: (by: number) => void;
  onRegroup: (group: number | null) => void;
}

export function TemplateLine(props: Props) {
  const { template } = props;
  const { t } = useText();
  const names = useNames(template.start.members);
  const { items, act } = useActs(props);
  const state = template.version === null ? "NEW" : template.state;
  return (
    <li className={css.template}>
      <TemplateIcon name={template.icon} />
      <span className={css.words}>
        <AdminLink className={css.name} to={`/approvals/${template.id}`}>
          {template.name}
        </AdminLink>
        <span className={css.quiet}>{startText(t, template, names)}</span>
      </span>
      <span className={css.state}>
        <span className={css.mark} data-tone={state === "ACTIVE" ? "success" : undefined}>
          {t(`approvalDesign.state.${state}`)}
        </span>
        {template.changed && template.version !== null && (
          <span className={css.mark} data-tone="warning">
            {t("approvalDesign.changed")}
          </span>
        )}
      </span>
      <Dropdown trigger={["click"]} menu={{ items, onClick: ({ key }) => act(key) }}>
        <IconButton icon={<MoreOutlined />} label={t("approvalDesign.more", { name: template.name })} />
      </Dropdown>
    </li>
  );
}

const GROUP = "group:";

function useActs({ template, first, last, admin, groups, onMove, onRegroup }: Props) {
  const { t } = useText();
  const { message, modal } = App.useApp();
  const go = useAdminNavigate();
  const create = useCreateTemplate();
  const open = useSetOpen();
  const remove = useDeleteTemplate();
  const failed = (error: unknown) => void message.error(problemText(t, error));
  const { id, name, icon, groupId, state } = template;
  const ask = (what: "stop" | "delete", run: () => Promise<unknown>) =>
    modal.confirm({
      title: t(`approvalDesign.${what}Title`, { name }),
      content: t(`approvalDesign.${what}Text`),
      okText: t(`approvalDesign.${what}`),
      cancelText: t("form.cancel"),
      okButtonProps: { danger: true },
      onOk: () => run().catch(failed),
    });
  const act = (key: string) => {
    if (key === "up") onMove(-1);
    else if (key === "down") onMove(1);
    else if (key.startsWith(GROUP)) onRegroup(key === `${GROUP}none` ? null : Number(key.slice(GROUP.length)));
    else if (key === "stop") ask("stop", () => open.mutateAsync({ id, open: false }));
    else if (key === "delete") ask("delete", () => remove.mutateAsync(id));
    else if (key === "restart") follow(open.mutateAsync({ id, open: true }), { onError: failed });
    else
      follow(
        create.mutateAsync({ name: t("approvalDesign.copyName", { name }).slice(0, 50), icon, groupId, copyOf: id }),
        { onSuccess: (made) => go(`/approvals/${made.id}`), onError: failed },
      );
  };
  const arranging = [
    { key: "up", label: t("approvalDesign.up"), disabled: first },
    { key: "down", label: t("approvalDesign.down"), disabled: last },
    {
      key: "groups",
      label: t("approvalDesign.regroup"),
      children: [
        ...groups.map((group) => ({ key: `${GROUP}${group.id}`, label: group.name })),
        ...(groupId === null ? [] : [{ key: `${GROUP}none`, label: t("approvalDesign.noGroup") }]),
      ],
    },
    { key: "copy", label: t("approvalDesign.copy") },
  ];
  const items = [
    ...(admin ? arranging : []),
    state === "ACTIVE"
      ? { key: "stop", label: t("approvalDesign.stop"), danger: true }
      : { key: "restart", label: t("approvalDesign.restart") },
    ...(admin ? [{ key: "delete", label: t("approvalDesign.delete"), danger: true }] : []),
  ];
  return { items, act };
}

const MOST = 3;

function startText(t: Translate, { start }: Template, names: Names): string {
  const all = [
    ...start.departments.map(names.department),
    ...start.roles.map(names.role),
    ...start.members.map(names.member),
  ];
  if (start.everyone) return t("approvalDesign.everybody");
  if (all.length === 0) return t("approvalDesign.startedByNobody");
  const shown = all.slice(0, MOST).join(t("approvalDesign.comma"));
  return t("approvalDesign.startedBy", { who: all.length > MOST ? `${shown}…` : shown });
}
