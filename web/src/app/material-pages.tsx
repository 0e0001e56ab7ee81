import { useSearch } from "@tanstack/react-router";
import { MaterialsPage } from "@/features/customer-material/materials-page";
import { ProductsPage } from "@/features/customer-material/products-page";

export function Products() {
  const { id, tab } = useSearch({ from: "/shell/area/customers/products" });
  return <ProductsPage id={id ?? null} tab={tab ?? "album"} />;
}

export function Materials() {
  const { id } = useSearch({ from: "/shell/area/customers/materials" });
  return <MaterialsPage id={id ?? null} />;
}
