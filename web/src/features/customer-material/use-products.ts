import { queryOptions } from "@tanstack/react-query";
import { endless } from "@/api/directory";
import { api } from "@/api/http";
import type {
  CompanyShowcase,
  OwnShowcase,
  Product,
  ProductBody,
  ProductHistory,
  ProductInChat,
  ProductStatistics,
} from "@/api/material-types";
import { useChangeBelow } from "@/api/use-change";
import { randomKey } from "@/lib/keys";
import { moneyText } from "@/lib/money";

export const productsKey = ["products"] as const;

export const productsQuery = (q: string, onSale: boolean | null, limit = 50) =>
  endless<Product>([...productsKey, "list", q, onSale, limit], "/api/products", {
    q: q === "" ? undefined : q,
    onSale: onSale ?? undefined,
    limit,
  });

export const productQuery = (id: number) =>
  queryOptions({
    queryKey: [...productsKey, "one", id],
    queryFn: () => api.get<Product>(`/api/products/${id}`),
    retry: false,
  });

export const inChatQuery = (id: number, conversation: number) =>
  queryOptions({
    queryKey: [...productsKey, "in-chat", id, conversation],
    queryFn: () => api.get<ProductInChat>(`/api/products/${id}/in/${conversation}`),
    retry: false,
  });

export const companyShowcaseQuery = queryOptions({
  queryKey: [...productsKey, "showcase", "company"],
  queryFn: () => api.get<CompanyShowcase>("/api/product-showcases/company"),
});

export const ownShowcaseQuery = queryOptions({
  queryKey: [...productsKey, "showcase", "mine"],
  queryFn: () => api.get<OwnShowcase>("/api/product-showcases/mine"),
});

export const statisticsQuery = (from: string, until: string) =>
  queryOptions({
    queryKey: [...productsKey, "statistics", from, until],
    queryFn: () => api.get<ProductStatistics>("/api/products/statistics", { from, until }),
  });

export const historyQuery = (id: number, from: string, until: string) =>
  queryOptions({
    queryKey: [...productsKey, "history", id, from, until],
    queryFn: () => api.get<ProductHistory>(`/api/products/${id}/statistics`, { from, until }),
  });

/** One change of something in the album; everything about products is looked at again. */
export const useProductChange = <In, Out = unknown>(change: (input: In) => Promise<Out>) =>
  useChangeBelow(productsKey, change);

export const useSaveProduct = (id: number | null) =>
  useProductChange((body: ProductBody) =>
    id === null ? api.post<Product>("/api/products", body) : api.put<Product>(`/api/products/${id}`, body),
  );

export const useSendProduct = (conversationId: number) =>
  useProductChange((id: number) => api.post(`/api/products/${id}/sends`, { conversationId, key: randomKey() }));

/** As it is, to be changed a little. */
export function bodyOf(product: Product, changes: Partial<ProductBody> = {}): ProductBody {
  const { name, number, price, description, link, pictures, onSale, version } = product;
  return {
    name,
    number,
    price,
    description,
    link,
    onSale,
    version,
    pictures: pictures.map((picture) => picture.id),
    ...changes,
  };
}

export function priceText(product: Pick<Product, "price">, locale: string): string | null {
  return product.price && moneyText(product.price.minor, product.price.currency, locale);
}
