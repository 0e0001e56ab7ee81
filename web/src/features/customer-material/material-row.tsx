import { DeleteOutlined, EditOutlined } from "@ant-design/icons";
import { App } from "antd";
import { useState } from "react";
import { api } from "@/api/http";
import type { Material } from "@/api/material-types";
import { useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import { IconButton } from "@/ui/icon-button";
import css from "./material.module.css";
import { MaterialDialog } from "./material-dialog";
import { MaterialIcon } from "./material-icon";
import { useMaterialChange } from "./use-materials";

/** One of the library, on its page. */
export function MaterialRow({ material, onOpen }: { material: Material; onOpen: () => void }) {
  const { t } = useText();
  const { message, modal } = App.useApp();
  const [editing, setEditing] = useState(false);
  const remove = useMaterialChange(() => api.delete(`/api/materials/${material.id}`));
  const ask = () =>
    modal.confirm({
      title: t("material.library.removeTitle", { name: material.title }),
      content: t("material.library.removeText"),
      okText: t("material.remove"),
      okButtonProps: { danger: true },
      cancelText: t("form.cancel"),
      onOk: () => remove.mutateAsync(undefined).catch((error) => void message.error(problemText(t, error))),
    });
  return (
    <article className={css.row} aria-label={material.title}>
      <MaterialIcon material={material} />
      <div className={css.words}>
        <button type="button" className={css.name} onClick={onOpen}>
          {material.title}
        </button>
        <span className={css.cut}>{material.text || material.url || material.file?.name}</span>
        <MaterialNumbers material={material} />
      </div>
      {material.mine && (
        <>
          <IconButton
            icon={<EditOutlined />}
            label={t("material.library.edit", { name: material.title })}
            onClick={() => setEditing(true)}
          />
          <IconButton
            icon={<DeleteOutlined />}
            label={t("material.library.remove", { name: material.title })}
            onClick={ask}
          />
        </>
      )}
      {editing && (
        <MaterialDialog
          material={material}
          company={material.company}
          folder={material.folderId}
          onClose={() => setEditing(false)}
        />
      )}
    </article>
  );
}

/** What it is, and how often it was used and opened. */
export function MaterialNumbers({ material: { kind, uses, opens } }: { material: Material }) {
  const { t } = useText();
  const opened = kind === "LINK" || kind === "ARTICLE";
  return (
    <span className={css.small}>
      {t(`material.library.kinds.${kind}`)} · {t("material.library.uses", { count: uses })}
      {opened && ` · ${t("material.library.opens", { count: opens })}`}
    </span>
  );
}
