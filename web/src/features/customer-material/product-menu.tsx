import { EllipsisOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Dropdown } from "antd";
import { useState } from "react";
import { api } from "@/api/http";
import type { Product } from "@/api/material-types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import { ProductDialog } from "./product-dialog";
import { bodyOf, productsQuery, useProductChange } from "./use-products";

/** What an administrator does with one product of the list. */
export function ProductMenu({ product, above }: { product: Product; above: number | null }) {
  const { t } = useText();
  const { message, modal } = App.useApp();
  const cache = useQueryClient();
  const [editing, setEditing] = useState(false);
  const path = `/api/products/${product.id}`;
  const place = useProductChange((before: number | null) => api.put(`${path}/place`, { before }));
  const turn = useProductChange((onSale: boolean) => api.put(path, bodyOf(product, { onSale })));
  const remove = useProductChange(() => api.delete(path));
  const say = { onError: (error: unknown) => void message.error(problemText(t, error)) };
  const first = () => cache.getQueryData(productsQuery("", null).queryKey)?.pages[0]?.items[0]?.id ?? above;
  const ask = () =>
    modal.confirm({
      title: t("material.products.removeTitle", { name: product.name }),
      content: t("material.products.removeText"),
      okText: t("material.remove"),
      okButtonProps: { danger: true },
      cancelText: t("form.cancel"),
      onOk: () => remove.mutateAsync(undefined).catch(say.onError),
    });
  const actions: Record<string, () => void> = {
    edit: () => setEditing(true),
    turn: () => follow(turn.mutateAsync(!product.onSale), say),
    top: () => follow(place.mutateAsync(first()), say),
    up: () => follow(place.mutateAsync(above), say),
    end: () => follow(place.mutateAsync(null), say),
    remove: ask,
  };
  const items = [
    { key: "edit", label: t("material.products.edit") },
    { key: "turn", label: t(product.onSale ? "material.products.turnOff" : "material.products.turnOn") },
    ...(above === null
      ? []
      : [
          { key: "up", label: t("material.products.up") },
          { key: "top", label: t("material.products.top") },
        ]),
    { key: "end", label: t("material.products.end") },
    { key: "remove", label: t("material.remove"), danger: true },
  ];
  return (
    <>
      <Dropdown trigger={["click"]} menu={{ items, onClick: ({ key }) => actions[key]?.() }}>
        <Button
          type="text"
          icon={<EllipsisOutlined />}
          aria-label={t("material.products.more", { name: product.name })}
        />
      </Dropdown>
      {editing && <ProductDialog product={product} onClose={() => setEditing(false)} />}
    </>
  );
}
