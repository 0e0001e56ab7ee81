import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useText } from "@/lib/i18n";
import { EmptyState } from "@/ui/empty-state";
import { MoreButton } from "@/ui/more-button";
import { StateTag } from "@/ui/state-tag";
import css from "./customer.module.css";
import { PageFrame } from "./page-frame";
import { duplicatesQuery, scopesQuery } from "./use-customers";

/** Contacts that share a number or an address, in the widest list that the reader has. */
export function DuplicatesPage() {
  const { t } = useText();
  const scopes = useQuery(scopesQuery).data?.scopes;
  const pages = useInfiniteQuery({
    ...duplicatesQuery(scopes?.includes("ALL") ? "ALL" : "MINE"),
    enabled: scopes !== undefined,
  });
  const found = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <PageFrame
      title={t("customer.places.duplicates")}
      lead={t("customer.duplicates.lead")}
      problem={pages.error}
      pending={pages.isPending}
    >
      {found.map(({ contact, customers }) => (
        <section key={contact} className={css.card} aria-label={contact}>
          <h2 className={css.partTitle}>{contact}</h2>
          <ul className={css.stack}>
            {customers.map((customer) => (
              <li key={customer.id} className={css.rowLine}>
                <Link to="/customers/$customerId" params={{ customerId: String(customer.id) }} className={css.grow}>
                  {customer.name}
                </Link>
                {customer.verified && <StateTag tone="good">{t("customer.levels.VERIFIED")}</StateTag>}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {pages.isSuccess && found.length === 0 && (
        <EmptyState title={t("customer.duplicates.none")} text={t("customer.duplicates.noneText")} />
      )}
      <MoreButton pages={pages} />
    </PageFrame>
  );
}
