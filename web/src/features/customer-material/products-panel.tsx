import { ShoppingOutlined } from "@ant-design/icons";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { App, Input } from "antd";
import { useState } from "react";
import type { Product } from "@/api/material-types";
import type { CustomerPanelProps } from "@/lib/customer-panel";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import { useDebounced } from "@/lib/use-debounced";
import { EmptyState } from "@/ui/empty-state";
import { EndlessList } from "@/ui/endless-list";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import css from "./material.module.css";
import { ProductPicture } from "./product-picture";
import { priceText, productsQuery, useSendProduct } from "./use-products";
import { UseSign } from "./use-sign";

/** Beside a chat: a product is sent with one tap. */
export default function ProductsPanel({ conversationId }: CustomerPanelProps) {
  const { t, locale } = useText();
  const { message } = App.useApp();
  const [q, setQ] = useState("");
  const pages = useInfiniteQuery({
    ...productsQuery(useDebounced(q.trim(), 250), true),
    placeholderData: keepPreviousData,
  });
  const products = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const send = useSendProduct(conversationId);
  const use = (product: Product) =>
    follow(send.mutateAsync(product.id), {
      onSuccess: () => void message.success(t("material.panel.sent", { name: product.name })),
      onError: (error) => void message.error(problemText(t, error)),
    });
  return (
    <div className={css.panel}>
      <Input
        allowClear
        aria-label={t("material.products.search")}
        placeholder={t("material.products.search")}
        value={q}
        onChange={({ target }) => setQ(target.value)}
      />
      <ProblemNote problem={pages.error} />
      {pages.isPending && <RowSkeletons count={5} label={t("material.loading")} />}
      {pages.data && (
        <EndlessList
          items={products}
          keyOf={(product) => product.id}
          rowHeight={72}
          label={t("material.products.title")}
          hasMore={pages.hasNextPage}
          loadingMore={pages.isFetchingNextPage}
          onEnd={() => void pages.fetchNextPage()}
          render={(product) => (
            <button type="button" className={css.use} disabled={send.isPending} onClick={() => use(product)}>
              <ProductPicture product={product} size={48} />
              <span className={css.words}>
                <strong className={css.cut}>{product.name}</strong>
                <span className={css.small}>{priceText(product, locale) ?? t("material.products.onRequest")}</span>
              </span>
              <UseSign send />
            </button>
          )}
          empty={
            <EmptyState
              icon={<ShoppingOutlined />}
              title={t(q.trim() === "" ? "material.products.empty" : "material.products.nothing")}
              text={q.trim() === "" ? t("material.products.emptyMember") : ""}
            />
          }
        />
      )}
    </div>
  );
}
