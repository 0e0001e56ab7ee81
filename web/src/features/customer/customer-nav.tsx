import { Link, useLocation } from "@tanstack/react-router";
import { useSession } from "@/api/session";
import { useText } from "@/lib/i18n";
import { isAdmin } from "@/lib/rights";
import css from "./customer-nav.module.css";
import { addressOf, placesFor } from "./places";

/** Beside every page about customers, where there is room: what else there is. Narrower windows have the menu of the list. */
export function CustomerNav() {
  const { t } = useText();
  const path = useLocation({ select: ({ pathname }) => pathname });
  const parts = placesFor(isAdmin(useSession().grants));
  return (
    <nav className={css.nav} aria-label={t("customer.navigation")}>
      <Line to="/customers" exact current={/^\/customers\/\d+$/.test(path)} name={t("customer.list")} />
      {parts.map(({ part, places }) => (
        <div key={part} className={css.part}>
          <p id={`customer-nav-${part}`} className={css.title}>
            {t(`customer.parts.${part}`)}
          </p>
          <ul aria-labelledby={`customer-nav-${part}`}>
            {places.map((place) => (
              <li key={place}>
                <Line to={addressOf(place)} name={t(`customer.places.${place}`)} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

interface LineProps {
  to: string;
  name: string;
  exact?: boolean;
  /** Also where the address alone does not say it. */
  current?: boolean;
}

function Line({ to, name, exact = false, current = false }: LineProps) {
  return (
    <Link
      to={to as "/customers"}
      className={css.line}
      aria-current={current ? "page" : undefined}
      activeOptions={{ exact, includeSearch: false }}
      activeProps={{ "aria-current": "page" }}
    >
      {name}
    </Link>
  );
}
