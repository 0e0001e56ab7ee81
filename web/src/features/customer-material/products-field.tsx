import { useInfiniteQuery, useQueries } from "@tanstack/react-query";
import { Select } from "antd";
import { useState } from "react";
import { useText } from "@/lib/i18n";
import { useDebounced } from "@/lib/use-debounced";
import { productQuery, productsQuery } from "./use-products";

const MOST = 9;

interface Props {
  products: number[];
  disabled: boolean;
  onChange: (products: number[]) => void;
}

/** Up to nine products, found by typing, in the order in which they were chosen. */
export function ProductsField({ products, disabled, onChange }: Props) {
  const { t } = useText();
  const [q, setQ] = useState("");
  const found = useInfiniteQuery(productsQuery(useDebounced(q.trim(), 250), true)).data?.pages[0]?.items ?? [];
  const chosen = useQueries({ queries: products.map((id) => productQuery(id)) });
  const names = new Map(found.map((product) => [product.id, product.name]));
  products.forEach((id, index) => {
    names.set(id, chosen[index]?.data?.name ?? names.get(id) ?? t("material.cards.gone"));
  });
  return (
    <Select
      mode="multiple"
      aria-label={t("material.cards.products")}
      placeholder={t("material.cards.products")}
      disabled={disabled}
      value={products}
      maxCount={MOST}
      showSearch={{ filterOption: false, onSearch: setQ }}
      options={[...names].map(([value, label]) => ({ value, label }))}
      onChange={onChange}
      style={{ width: "100%" }}
    />
  );
}
