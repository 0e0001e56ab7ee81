import { endless } from "@/api/directory";
import type { Product } from "@/api/material-types";
import { useText } from "@/lib/i18n";
import { moneyText } from "@/lib/money";
import { type Item, productItem } from "./items";
import { PickDialog } from "./pick-dialog";

const productsQuery = (q: string) =>
  endless<Product>(["products", "attach", q], "/api/products", { q: q === "" ? undefined : q, onSale: true });

/** A product of the album that customers may see. */
export function ProductPick({ onDone, onClose }: { onDone: (item: Item) => void; onClose: () => void }) {
  const { t, locale } = useText();
  return (
    <PickDialog<Product>
      title={t("attach.add.product")}
      search={t("attach.searchProduct")}
      query={productsQuery}
      itemOf={(product) =>
        productItem(product, product.price ? moneyText(product.price.minor, product.price.currency, locale) : "")
      }
      onDone={onDone}
      onClose={onClose}
    />
  );
}
