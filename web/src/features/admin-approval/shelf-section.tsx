import { MoreOutlined } from "@ant-design/icons";
import { App, Dropdown } from "antd";
import { useState } from "react";
import type { TemplateSection } from "@/api/approval-template-types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import { IconButton } from "@/ui/icon-button";
import css from "@/ui/template-editor.module.css";
import { RenameDialog } from "./rename-dialog";
import { moved, movedGroup, regrouped, type Shelf } from "./template-groups";
import { TemplateLine } from "./template-line";
import { useDeleteGroup } from "./use-templates";

interface Props {
  shelf: Shelf;
  all: readonly Shelf[];
  admin: boolean;
  onArrange: (sections: TemplateSection[]) => void;
}

/** One group with its templates. */
export function ShelfSection({ shelf: { group, templates }, all, admin, onArrange }: Props) {
  const { t } = useText();
  const { message } = App.useApp();
  const remove = useDeleteGroup();
  const groups = all.flatMap((each) => each.group ?? []);
  const place = groups.findIndex((each) => each.id === group?.id);
  const [renaming, setRenaming] = useState(false);
  const items = [
    { key: "rename", label: t("approvalDesign.renameGroup") },
    { key: "up", label: t("approvalDesign.up"), disabled: place <= 0 },
    { key: "down", label: t("approvalDesign.down"), disabled: place >= groups.length - 1 },
    { key: "remove", label: t("approvalDesign.removeGroup"), danger: true, disabled: templates.length > 0 },
  ];
  const act = (key: string) => {
    if (!group) return;
    if (key === "rename") setRenaming(true);
    else if (key === "remove")
      follow(remove.mutateAsync(group.id), { onError: (error) => void message.error(problemText(t, error)) });
    else onArrange(movedGroup(all, group.id, key === "up" ? -1 : 1));
  };
  const name = group?.name ?? t("approvalDesign.noGroup");
  return (
    <section>
      <header className={css.groupHead}>
        <h2 className={css.group}>{name}</h2>
        {group && admin && (
          <Dropdown trigger={["click"]} menu={{ items, onClick: ({ key }) => act(key) }}>
            <IconButton size="small" icon={<MoreOutlined />} label={t("approvalDesign.more", { name })} />
          </Dropdown>
        )}
      </header>
      {group && renaming && <RenameDialog group={group} onClose={() => setRenaming(false)} />}
      {templates.length === 0 ? (
        <p className={css.quiet}>{t("approvalDesign.emptyGroup")}</p>
      ) : (
        <ul className={css.templates}>
          {templates.map((template, index) => (
            <TemplateLine
              key={template.id}
              template={template}
              first={index === 0}
              last={index === templates.length - 1}
              admin={admin}
              groups={groups.filter((each) => each.id !== group?.id)}
              onMove={(by) => onArrange(moved(all, template.id, by))}
              onRegroup={(id) => onArrange(regrouped(all, template.id, id))}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
