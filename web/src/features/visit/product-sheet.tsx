import { useEffect, useState } from "react";
import { Problem } from "@/api/http";
import type { VisitProduct } from "@/api/visit-types";
import css from "./goods.module.css";
import { useGoodsWords } from "./goods-words";
import { Sheet } from "./sheet";
import shared from "./visit.module.css";

interface Props {
  /** What is known already. */
  first: VisitProduct;
  /** Asks for it as it is now; that is counted. */
  look: () => Promise<VisitProduct>;
  onAsk: () => void;
  onClose: () => void;
}

/** One product: its pictures beside each other, what it costs, what it is. */
export function ProductSheet({ first, look, onAsk, onClose }: Props) {
  const { t, price } = useGoodsWords();
  const [product, setProduct] = useState(first);
  const [gone, setGone] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each opening
  useEffect(() => {
    look().then(setProduct, (error: unknown) => setGone(error instanceof Problem && error.status === 404));
  }, []);
  return (
    <Sheet title={product.name} onClose={onClose}>
      {gone ? (
        <p role="alert">{t("gone")}</p>
      ) : (
        <>
          {product.pictures.length > 0 && (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard
            <section className={css.strip} tabIndex={0} aria-label={product.name}>
              {product.pictures.map((src, index) => (
                <img key={src} src={src} alt={t("picture", { number: index + 1 })} decoding="async" />
              ))}
            </section>
          )}
          <p className={css.bigPrice}>{price(product.price)}</p>
          {product.number !== "" && (
            <p className={shared.quiet}>
              {t("number")} {product.number}
            </p>
          )}
          {product.description !== "" && <p className={css.text}>{product.description}</p>}
          <div className={shared.actions}>
            {product.link !== "" && (
              <a className={css.linkButton} href={product.link} target="_blank" rel="noopener noreferrer">
                {t("details")}
              </a>
            )}
            <button type="button" className={shared.primary} onClick={onAsk}>
              {t("ask")}
            </button>
          </div>
        </>
      )}
    </Sheet>
  );
}
