import { App } from "antd";
import { useState } from "react";
import type { Material } from "@/api/material-types";
import type { CustomerPanelProps } from "@/lib/customer-panel";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import css from "./material.module.css";
import { MaterialFilters } from "./material-filters";
import { MaterialIcon } from "./material-icon";
import { MaterialList } from "./material-list";
import { MaterialNumbers } from "./material-row";
import { FIRST_VIEW, type MaterialView, useSendMaterial, useTextUsed } from "./use-materials";
import { UseSign } from "./use-sign";

/** Beside a chat: a text is put into what is being written, everything else is sent with one tap. */
export default function MaterialsPanel({ conversationId, insert }: CustomerPanelProps) {
  const { t } = useText();
  const { message } = App.useApp();
  const [view, setView] = useState<MaterialView>({ ...FIRST_VIEW });
  const send = useSendMaterial(conversationId);
  const used = useTextUsed();
  const use = (material: Material) => {
    if (material.kind === "TEXT") {
      insert(material.text);
      used.mutate(material.id);
      return;
    }
    follow(send.mutateAsync(material.id), {
      onSuccess: () => void message.success(t("material.panel.sent", { name: material.title })),
      onError: (error) => void message.error(problemText(t, error)),
    });
  };
  return (
    <div className={css.panel}>
      <MaterialFilters view={view} onView={setView} />
      <MaterialList
        view={view}
        render={(material) => (
          <button type="button" className={css.use} disabled={send.isPending} onClick={() => use(material)}>
            <MaterialIcon material={material} />
            <span className={css.words}>
              <strong className={css.cut}>{material.title}</strong>
              <span className={css.cut}>{material.text || material.url || material.file?.name}</span>
              <MaterialNumbers material={material} />
            </span>
            <UseSign send={material.kind !== "TEXT"} />
          </button>
        )}
      />
    </div>
  );
}
