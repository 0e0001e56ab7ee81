import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useSession } from "@/api/session";
import { useText } from "@/lib/i18n";
import { isAdmin } from "@/lib/rights";
import { PageFrame } from "@/ui/page-frame";
import { AlbumPart } from "./album-part";
import { CardsPart } from "./cards-part";
import css from "./material.module.css";
import { ProductDialog } from "./product-dialog";
import { ProductImportDialog } from "./product-import";
import { StatisticsPart } from "./statistics-part";
import { PRODUCT_TABS, type ProductTab } from "./tabs";

/** The product album, what of it stands on business cards, and what came of it. */
export function ProductsPage({ id, tab }: { id: number | null; tab: ProductTab }) {
  const { t } = useText();
  const navigate = useNavigate();
  const admin = isAdmin(useSession().grants);
  const [open, setOpen] = useState<"new" | "import" | null>(null);
  const tabs = PRODUCT_TABS.filter((each) => admin || each !== "statistics");
  const go = (search: { tab?: ProductTab; id?: number }) => void navigate({ to: "/customers/products", search });
  const actions = admin && (
    <>
      <Button onClick={() => setOpen("import")}>{t("material.products.import.open")}</Button>
      <Button type="primary" onClick={() => setOpen("new")}>
        {t("material.products.new")}
      </Button>
    </>
  );
  return (
    <PageFrame
      title={t("material.products.title")}
      lead={t("material.products.lead")}
      back={{ href: "/customers", label: t("material.back") }}
      loading={t("material.loading")}
      actions={actions}
    >
      <nav className={css.tabs} aria-label={t("material.products.parts")}>
        {tabs.map((each) => (
          <button
            key={each}
            type="button"
            className={css.tab}
            aria-current={each === tab ? "page" : undefined}
            onClick={() => go({ tab: each })}
          >
            {t(`material.products.tabs.${each}`)}
          </button>
        ))}
      </nav>
      {tab === "album" && <AlbumPart openId={id} onOpen={(product) => go({ id: product ?? undefined })} />}
      {tab === "cards" && <CardsPart />}
      {tab === "statistics" && admin && <StatisticsPart />}
      {open === "new" && <ProductDialog product={null} onClose={() => setOpen(null)} />}
      {open === "import" && <ProductImportDialog onClose={() => setOpen(null)} />}
    </PageFrame>
  );
}
