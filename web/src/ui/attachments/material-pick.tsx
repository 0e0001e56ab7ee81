import { Segmented } from "antd";
import { useState } from "react";
import { endless } from "@/api/directory";
import type { Material, MaterialKind, MaterialScope } from "@/api/material-types";
import { useText } from "@/lib/i18n";
import css from "./attachments.module.css";
import { type Item, materialItem } from "./items";
import { PickDialog } from "./pick-dialog";

const SCOPES: MaterialScope[] = ["COMPANY", "MINE"];
/** Texts are written and not attached. */
const KINDS = ["ARTICLE", "LINK", "PICTURE", "FILE"] as const satisfies MaterialKind[];

/** Something of the library: the company's, or the writer's own. */
export function MaterialPick({ onDone, onClose }: { onDone: (item: Item) => void; onClose: () => void }) {
  const { t } = useText();
  const [scope, setScope] = useState<MaterialScope>("COMPANY");
  const [kind, setKind] = useState<(typeof KINDS)[number]>("ARTICLE");
  return (
    <PickDialog<Material>
      title={t("attach.add.material")}
      search={t("attach.searchMaterial")}
      query={(q) =>
        endless<Material>(["materials", "attach", scope, kind, q], `/api/material-lists/${scope}`, {
          kind,
          q: q === "" ? undefined : q,
        })
      }
      itemOf={materialItem}
      above={
        <div className={css.bar}>
          <Segmented
            aria-label={t("attach.whose")}
            value={scope}
            options={SCOPES.map((value) => ({ value, label: t(`attach.scopes.${value}`) }))}
            onChange={setScope}
          />
          <Segmented
            aria-label={t("attach.kind")}
            value={kind}
            options={KINDS.map((value) => ({ value, label: t(`attach.materials.${value}`) }))}
            onChange={setKind}
          />
        </div>
      }
      onDone={onDone}
      onClose={onClose}
    />
  );
}
