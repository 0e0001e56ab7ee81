import { MoreOutlined } from "@ant-design/icons";
import { App, Dropdown } from "antd";
import type { ReportTemplate } from "@/api/report-template-types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import { useAdminNavigate } from "@/ui/admin-address";
import { AdminLink } from "@/ui/admin-link";
import { IconButton } from "@/ui/icon-button";
import css from "@/ui/template-editor.module.css";
import { TemplateIcon } from "@/ui/template-icon";
import { useCreate, useDelete, useSetOpen } from "./use-report-templates";

interface Props {
  template: ReportTemplate;
  first: boolean;
  last: boolean;
  admin: boolean;
  onMove: (by: number) => void;
}

export function TemplateLine(props: Props) {
  const { template } = props;
  const { t } = useText();
  const { items, act } = useActs(props);
  return (
    <li className={css.template}>
      <TemplateIcon name={template.icon} />
      <span className={css.words}>
        <AdminLink className={css.name} to={`/reports/${template.id}`}>
          {template.name}
        </AdminLink>
        <span className={css.quiet}>{t(`reportDesign.cycle.${template.cycle}`)}</span>
      </span>
      <span className={css.state}>
        <span className={css.mark} data-tone={template.state === "ACTIVE" ? "success" : undefined}>
          {t(template.state === "ACTIVE" ? "reportDesign.state.ACTIVE" : "reportDesign.state.STOPPED")}
        </span>
      </span>
      {items.length > 0 && (
        <Dropdown trigger={["click"]} menu={{ items, onClick: ({ key }) => act(key) }}>
          <IconButton icon={<MoreOutlined />} label={t("reportDesign.more", { name: template.name })} />
        </Dropdown>
      )}
    </li>
  );
}

const MOST_NAME = 50;

function useActs({ template, first, last, admin, onMove }: Props) {
  const { t } = useText();
  const { message, modal } = App.useApp();
  const go = useAdminNavigate();
  const create = useCreate();
  const open = useSetOpen();
  const remove = useDelete();
  const { id, name, icon, state } = template;
  const failed = (error: unknown) => void message.error(problemText(t, error));
  const ask = (what: "stop" | "delete", run: () => Promise<unknown>) =>
    modal.confirm({
      title: t(`reportDesign.${what}Title`, { name }),
      content: t(`reportDesign.${what}Text`),
      okText: t(`reportDesign.${what}`),
      cancelText: t("form.cancel"),
      okButtonProps: { danger: true },
      onOk: () => run().catch(failed),
    });
  const act = (key: string) => {
    if (key === "up") onMove(-1);
    else if (key === "down") onMove(1);
    else if (key === "stop") ask("stop", () => open.mutateAsync({ id, open: false }));
    else if (key === "delete") ask("delete", () => remove.mutateAsync(id));
    else if (key === "restart") follow(open.mutateAsync({ id, open: true }), { onError: failed });
    else
      follow(create.mutateAsync({ name: t("reportDesign.copyName", { name }).slice(0, MOST_NAME), icon, copyOf: id }), {
        onSuccess: (made) => go(`/reports/${made.template.id}`),
        onError: failed,
      });
  };
  const arranging = [
    { key: "up", label: t("reportDesign.up"), disabled: first },
    { key: "down", label: t("reportDesign.down"), disabled: last },
    { key: "copy", label: t("reportDesign.copy") },
  ];
  const items = [
    ...(admin ? arranging : []),
    state === "ACTIVE"
      ? { key: "stop", label: t("reportDesign.stop"), danger: true }
      : { key: "restart", label: t("reportDesign.restart") },
    ...(admin ? [{ key: "delete", label: t("reportDesign.delete"), danger: true }] : []),
  ];
  return { items, act };
}
