import { useEffect, useRef, useState } from "react";
import type { Page } from "@/api/types";
import type { VisitProduct, VisitThread } from "@/api/visit-types";
import { askIn, askLater } from "./asks";
import css from "./goods.module.css";
import { useGoodsWords } from "./goods-words";
import { guestApi } from "./guest-api";
import { ProductSheet } from "./product-sheet";
import shared from "./visit.module.css";

/** On the card behind a code, or on that of whoever serves in a thread. */
type From = { code: string } | { thread: VisitThread };

const pathOf = (from: From) =>
  "code" in from
    ? `/api/visit/ways/${encodeURIComponent(from.code)}/products`
    : `/api/visit/threads/${from.thread.relationId}/products`;

const openedFrom = (from: From, id: number) =>
  "code" in from
    ? guestApi.post<VisitProduct>(`${pathOf(from)}/${id}/opens`)
    : guestApi.post<VisitProduct>(`/api/visit/products/${id}/opens`, { conversationId: from.thread.conversationId });

const LIMIT = 9;

/** The products on a card. Nothing at all where there are none. */
export default function ProductsPart({ from, onAsk }: { from: From; onAsk: (product: number) => void }) {
  const { t, price } = useGoodsWords();
  const [items, setItems] = useState<VisitProduct[]>([]);
  const [next, setNext] = useState<string | null>(null);
  const [open, setOpen] = useState<VisitProduct | null>(null);
  const path = pathOf(from);
  const asked = useRef(0);
  const load = async (after: string | null) => {
    const mine = ++asked.current;
    try {
      const page = await guestApi.get<Page<VisitProduct>>(path, { limit: LIMIT, after });
      if (mine !== asked.current) return; // pressed twice, or the card of another
      setItems((before) => (after === null ? page.items : [...before, ...page.items]));
      setNext(page.next);
    } catch {
      // The card is good without them.
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each card
  useEffect(() => void load(null), [path]);
  if (items.length === 0) return null;
  const ask = (product: VisitProduct) => {
    setOpen(null);
    if ("thread" in from) {
      askLater(product.id);
      void askIn(from.thread.conversationId);
    }
    onAsk(product.id);
  };
  return (
    <section className={css.part} aria-label={t("products")}>
      <h2 className={css.label}>{t("products")}</h2>
      <ul className={css.grid}>
        {items.map((product) => (
          <li key={product.id}>
            <button type="button" className={css.tile} onClick={() => setOpen(product)}>
              <span className={css.cover}>
                {product.pictures[0] && <img src={product.pictures[0]} alt="" loading="lazy" decoding="async" />}
              </span>
              <span className={css.name}>{product.name}</span>
              <span className={css.price}>{price(product.price)}</span>
            </button>
          </li>
        ))}
      </ul>
      {next !== null && (
        <button type="button" className={shared.plain} onClick={() => void load(next)}>
          {t("more")}
        </button>
      )}
      {open && (
        <ProductSheet
          first={open}
          look={() => openedFrom(from, open.id)}
          onAsk={() => ask(open)}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}
