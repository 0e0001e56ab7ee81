import { ShoppingOutlined } from "@ant-design/icons";
import type { Product } from "@/api/material-types";
import css from "./material.module.css";

export const pictureUrl = (product: number, file: number) => `/api/products/${product}/pictures/${file}`;

/** The first picture, or a sign that there is none. */
export function ProductPicture({ product, size = 56 }: { product: Product; size?: number }) {
  const first = product.pictures[0];
  return first ? (
    <img
      className={css.picture}
      src={pictureUrl(product.id, first.id)}
      alt=""
      width={size}
      height={size}
      loading="lazy"
    />
  ) : (
    <span className={css.picture} style={{ width: size, height: size }} aria-hidden="true">
      <ShoppingOutlined />
    </span>
  );
}
