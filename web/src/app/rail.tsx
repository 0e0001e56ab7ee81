import { Link } from "@tanstack/react-router";
import { useSession } from "@/api/session";
import { useText } from "@/lib/i18n";
import { Avatar } from "@/ui/avatar";
import { PLACES, type Place } from "./places";
import css from "./shell.module.css";

function PlaceLink({ place, className }: { place: Place; className: string | undefined }) {
  const { t } = useText();
  return (
    <Link to={place.to as "/messages"} className={className} activeProps={{ "aria-current": "page" }}>
      <span className={css.placeIcon} aria-hidden="true">
        {place.icon}
      </span>
      <span className={css.placeName}>{t(`shell.places.${place.name}`)}</span>
    </Link>
  );
}

export function Rail() {
  const { t } = useText();
  const session = useSession();
  return (
    <nav className={css.rail} aria-label={t("shell.navigation")}>
      <Avatar person={session.member} size={36} />
      {PLACES.map((place) => (
        <PlaceLink key={place.to} place={place} className={css.place} />
      ))}
    </nav>
  );
}

export function BottomTabs() {
  const { t } = useText();
  return (
    <nav className={css.tabs} aria-label={t("shell.navigation")}>
      {PLACES.map((place) => (
        <PlaceLink key={place.to} place={place} className={css.tab} />
      ))}
    </nav>
  );
}
