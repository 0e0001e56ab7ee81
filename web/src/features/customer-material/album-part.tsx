import { ShoppingOutlined } from "@ant-design/icons";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Input, Select } from "antd";
import { useState } from "react";
import type { Product } from "@/api/material-types";
import { useSession } from "@/api/session";
import { useText } from "@/lib/i18n";
import { isAdmin } from "@/lib/rights";
import { useDebounced } from "@/lib/use-debounced";
import { EmptyState } from "@/ui/empty-state";
import { EndlessList } from "@/ui/endless-list";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import { StateTag } from "@/ui/state-tag";
import css from "./material.module.css";
import { ProductDetail } from "./product-detail";
import { ProductMenu } from "./product-menu";
import { ProductPicture } from "./product-picture";
import { priceText, productsQuery } from "./use-products";

const ROW = 84;

/** All products in the company's order; one of them opens over the list. */
export function AlbumPart({ openId, onOpen }: { openId: number | null; onOpen: (id: number | null) => void }) {
  const { t } = useText();
  const admin = isAdmin(useSession().grants);
  const [q, setQ] = useState("");
  const [onSale, setOnSale] = useState<boolean | null>(null);
  const wanted = useDebounced(q.trim(), 250);
  const pages = useInfiniteQuery({ ...productsQuery(wanted, onSale), placeholderData: keepPreviousData });
  const products = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const narrowed = wanted !== "" || onSale !== null;
  return (
    <>
      <div className={css.bar}>
        <Input
          allowClear
          className={css.search}
          aria-label={t("material.products.search")}
          placeholder={t("material.products.search")}
          value={q}
          onChange={({ target }) => setQ(target.value)}
        />
        {admin && (
          <Select
            aria-label={t("material.products.state")}
            value={onSale === null ? "all" : onSale ? "on" : "off"}
            options={(["all", "on", "off"] as const).map((value) => ({
              value,
              label: t(`material.products.states.${value}`),
            }))}
            onChange={(value) => setOnSale(value === "all" ? null : value === "on")}
            style={{ width: 128 }}
          />
        )}
      </div>
      <ProblemNote problem={pages.error} />
      {pages.isPending && <RowSkeletons count={6} label={t("material.loading")} />}
      {pages.data && (
        <div className={css.box}>
          <EndlessList
            items={products}
            keyOf={(product) => product.id}
            rowHeight={ROW}
            label={t("material.products.title")}
            hasMore={pages.hasNextPage}
            loadingMore={pages.isFetchingNextPage}
            onEnd={() => void pages.fetchNextPage()}
            render={(product, index) => (
              <Row product={product} next={products[index - 1]} admin={admin} onOpen={() => onOpen(product.id)} />
            )}
            empty={
              <EmptyState
                icon={<ShoppingOutlined />}
                title={t(narrowed ? "material.products.nothing" : "material.products.empty")}
                text={narrowed ? "" : t(admin ? "material.products.emptyText" : "material.products.emptyMember")}
              />
            }
          />
        </div>
      )}
      {openId !== null && <ProductDetail key={openId} id={openId} onClose={() => onOpen(null)} />}
    </>
  );
}

interface RowProps {
  product: Product;
  /** The one above it. */
  next: Product | undefined;
  admin: boolean;
  onOpen: () => void;
}

function Row({ product, next, admin, onOpen }: RowProps) {
  const { t, locale } = useText();
  const { lately } = product;
  return (
    <article className={css.row} aria-label={product.name}>
      <ProductPicture product={product} />
      <div className={css.words}>
        <button type="button" className={css.name} onClick={onOpen}>
          {product.name}
        </button>
        <span className={css.small}>
          {[product.number, priceText(product, locale) ?? t("material.products.onRequest")].filter(Boolean).join(" · ")}
        </span>
        <span className={css.small}>{t("material.products.lately", { ...lately })}</span>
      </div>
      {!product.onSale && <StateTag tone="quiet">{t("material.products.off")}</StateTag>}
      {admin && <ProductMenu product={product} above={next?.id ?? null} />}
    </article>
  );
}
