import { DownloadOutlined, EllipsisOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Button, Dropdown } from "antd";
import type { ReactNode } from "react";
import type { CustomerScope } from "@/api/customer-types";
import { withQuery } from "@/api/http";
import { useSession } from "@/api/session";
import { useText } from "@/lib/i18n";
import { usePhone, useWide } from "@/lib/media";
import { isAdmin } from "@/lib/rights";
import css from "./customer.module.css";
import { CustomerDrawer } from "./customer-drawer";
import { CustomerTable } from "./customer-table";
import { filterText, tidy, type View, type ViewSearch } from "./filter";
import { FilterBar } from "./filter-bar";
import { addressOf, placesFor } from "./places";
import { SegmentMenu } from "./segment-menu";
import { countQuery, scopesQuery } from "./use-customers";
import { useView } from "./use-view";

interface Props {
  id: number | null;
  search: ViewSearch;
  notice: ReactNode;
}

/** Customers in a table that filters narrow; one of them beside it, or on a phone in its place. */
export function CustomersPage({ id, search, notice }: Props) {
  const { t } = useText();
  const navigate = useNavigate();
  const phone = usePhone();
  const wide = useWide();
  const { view, setView, shown } = useView(
    search,
    (next) => void navigate({ to: ".", search: { ...next }, replace: true }),
  );
  const count = useQuery(countQuery(shown)).data?.count;
  const scopes = useQuery(scopesQuery).data?.scopes ?? ["MINE"];
  const open = (customer: number | null) =>
    void navigate(
      customer === null
        ? { to: "/customers", search: true }
        : { to: "/customers/$customerId", params: { customerId: String(customer) }, search: true },
    );
  const drawer = id !== null && (
    <CustomerDrawer key={id} id={id} overlay={!wide && !phone} onClose={() => open(null)} />
  );
  if (phone && drawer) return drawer;
  return (
    <div className={css.page}>
      <section className={css.main} aria-label={t("customer.title")}>
        <header className={css.head}>
          <h1 className={css.title}>{t("customer.title")}</h1>
          {count !== undefined && <span className={css.count}>{t("customer.count", { count })}</span>}
          <SegmentMenu view={view} onView={setView} />
          <More view={shown} />
        </header>
        {scopes.length > 1 && (
          <nav className={css.scopes} aria-label={t("customer.scopes.label")}>
            {scopes.map((scope: CustomerScope) => (
              <button
                key={scope}
                type="button"
                className={css.scope}
                aria-current={scope === view.scope ? "page" : undefined}
                onClick={() => setView({ ...view, scope, filter: { ...view.filter, member: undefined } })}
              >
                {t(`customer.scopes.${scope}`)}
              </button>
            ))}
          </nav>
        )}
        {notice}
        <FilterBar view={view} onView={setView} />
        <CustomerTable view={shown} openId={id} onOpen={open} />
      </section>
      {drawer}
    </div>
  );
}

/** What the list as a whole is written to; not a place. */
const SHOWN = "shown";

/** A text to whoever is listed: to one's own in one's own name, to others' by those who serve them. */
function massSearch({ scope, filter }: View): { kind?: "COMPANY"; filter?: Record<string, unknown> } {
  const kept = tidy(filter);
  return {
    kind: scope === "MINE" ? undefined : "COMPANY",
    filter: Object.keys(kept).length === 0 ? undefined : { ...kept },
  };
}

/** What is done with the list as a whole, and the pages behind it. */
function More({ view }: { view: View }) {
  const { t } = useText();
  const navigate = useNavigate();
  const session = useSession();
  const admin = isAdmin(session.grants);
  const exportHref = withQuery(`/api/customer-lists/${view.scope}/export.xlsx`, {
    filter: filterText(view.filter),
    order: view.order,
  });
  const items = [
    { key: SHOWN, label: t("customer.places.massToShown") },
    ...placesFor(admin).map(({ part, places }) => ({
      type: "group" as const,
      key: part,
      label: t(`customer.parts.${part}`),
      children: places.map((place) => ({ key: addressOf(place), label: t(`customer.places.${place}`) })),
    })),
  ];
  const go = (key: string) =>
    void (key === SHOWN
      ? navigate({ to: "/customers/mass/new", search: massSearch(view) })
      : navigate({ to: key as "/customers" }));
  return (
    <>
      <Button icon={<DownloadOutlined />} href={exportHref} download>
        {t("customer.export")}
      </Button>
      <Dropdown
        trigger={["click"]}
        menu={{ items, style: { maxHeight: "70vh", overflowY: "auto" }, onClick: ({ key }) => go(key) }}
      >
        <Button icon={<EllipsisOutlined />} aria-label={t("customer.more")} />
      </Dropdown>
    </>
  );
}
