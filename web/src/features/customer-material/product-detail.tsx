import { useQuery } from "@tanstack/react-query";
import { Modal } from "antd";
import { useState } from "react";
import type { Product } from "@/api/material-types";
import { useSession } from "@/api/session";
import { daysUntil, today } from "@/lib/days";
import { useText } from "@/lib/i18n";
import { isAdmin } from "@/lib/rights";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import css from "./material.module.css";
import { pictureUrl } from "./product-picture";
import { historyQuery, priceText, productQuery } from "./use-products";

/** One product as customers see it, and for administrators what came of it. */
export function ProductDetail({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useText();
  const { data, error, isPending } = useQuery(productQuery(id));
  const admin = isAdmin(useSession().grants);
  return (
    <Modal open footer={null} title={data?.name ?? t("material.products.title")} onCancel={onClose}>
      {!data && <ProblemNote problem={error} />}
      {isPending && <RowSkeletons count={4} label={t("material.loading")} />}
      {data && <Facts product={data} />}
      {data && admin && <Senders id={id} />}
    </Modal>
  );
}

function Facts({ product }: { product: Product }) {
  const { t, locale } = useText();
  return (
    <div className={css.detail}>
      {product.pictures.length > 0 && (
        <ul className={css.pictures}>
          {product.pictures.map((file, index) => (
            <li key={file.id}>
              <img
                className={css.large}
                src={pictureUrl(product.id, file.id)}
                alt={t("material.picture", { number: index + 1 })}
              />
            </li>
          ))}
        </ul>
      )}
      <p className={css.price}>{priceText(product, locale) ?? t("material.products.onRequest")}</p>
      {product.number !== "" && (
        <p className={css.small}>
          {t("material.products.number")} {product.number}
        </p>
      )}
      {product.description !== "" && <p className={css.text}>{product.description}</p>}
      {product.link !== "" && (
        <a href={product.link} target="_blank" rel="noopener noreferrer">
          {product.link}
        </a>
      )}
      <p className={css.small}>{t("material.products.lately", { ...product.lately })}</p>
    </div>
  );
}

const DAYS = 30;

function Senders({ id }: { id: number }) {
  const { t } = useText();
  const { org } = useSession();
  const [span] = useState(() => {
    const until = today(org.zone);
    return { from: daysUntil(until, DAYS)[0] ?? until, until };
  });
  const people = useQuery(historyQuery(id, span.from, span.until)).data?.people ?? [];
  if (people.length === 0) return null;
  return (
    <table className={css.table}>
      <caption>{t("material.products.senders")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("material.products.sender")}</th>
          <th scope="col" data-number>
            {t("material.products.count.sent")}
          </th>
          <th scope="col" data-number>
            {t("material.products.count.opened")}
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map(({ member, sent, opened }) => (
          <tr key={member.id}>
            <td>{member.name}</td>
            <td data-number>{sent}</td>
            <td data-number>{opened}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
