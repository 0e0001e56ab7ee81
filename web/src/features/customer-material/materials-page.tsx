import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useSession } from "@/api/session";
import { useText } from "@/lib/i18n";
import { isAdmin } from "@/lib/rights";
import { PageFrame } from "@/ui/page-frame";
import { FoldersDialog } from "./folders-dialog";
import css from "./material.module.css";
import { MaterialDetail } from "./material-detail";
import { MaterialDialog } from "./material-dialog";
import { MaterialFilters } from "./material-filters";
import { MaterialList } from "./material-list";
import { MaterialRow } from "./material-row";
import { FIRST_VIEW, type MaterialView } from "./use-materials";

/** The company's library and one's own. */
export function MaterialsPage({ id }: { id: number | null }) {
  const { t } = useText();
  const navigate = useNavigate();
  const admin = isAdmin(useSession().grants);
  const [view, setView] = useState<MaterialView>({ ...FIRST_VIEW });
  const [open, setOpen] = useState<"new" | "folders" | null>(null);
  const company = view.scope === "COMPANY";
  const mayKeep = admin || !company;
  const show = (material: number | null) =>
    void navigate({ to: "/customers/materials", search: { id: material ?? undefined } });
  return (
    <PageFrame
      title={t("material.library.title")}
      lead={t("material.library.lead")}
      back={{ href: "/customers", label: t("material.back") }}
      loading={t("material.loading")}
      actions={
        mayKeep && (
          <>
            <Button onClick={() => setOpen("folders")}>{t("material.library.folders.title")}</Button>
            <Button type="primary" onClick={() => setOpen("new")}>
              {t("material.library.new")}
            </Button>
          </>
        )
      }
    >
      <MaterialFilters view={view} onView={setView} />
      <div className={css.box}>
        <MaterialList
          view={view}
          render={(material) => <MaterialRow material={material} onOpen={() => show(material.id)} />}
        />
      </div>
      {open === "new" && (
        <MaterialDialog material={null} company={company} folder={view.folder} onClose={() => setOpen(null)} />
      )}
      {open === "folders" && <FoldersDialog company={company} onClose={() => setOpen(null)} />}
      {id !== null && <MaterialDetail key={id} id={id} onClose={() => show(null)} />}
    </PageFrame>
  );
}
