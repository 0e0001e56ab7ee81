import { SearchOutlined } from "@ant-design/icons";
import { Link, useLocation, useNavigate } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useOpenForeignTasks } from "@/api/foreign-tasks";
import { useSession } from "@/api/session";
import { useOpenApprovals } from "@/features/approval/approval-summary";
import { useWaiting } from "@/features/ding/use-ding-live";
import { useUnreadTotal } from "@/features/messaging/use-conversations";
import { useText } from "@/lib/i18n";
import { hasAdminPlace } from "@/lib/rights";
import { Avatar } from "@/ui/avatar";
import { ADMIN, ME, PLACES, type Place, SETTINGS } from "./places";
import css from "./shell.module.css";
import { bringAccountWords, bringCareWords, together } from "./words";

const AvatarMenu = lazy(async () => {
  const { AvatarMenu: Menu } = await together(import("@/features/account/avatar-menu"), bringAccountWords());
  return { default: Menu };
});

const CareBadge = lazy(() => together(import("@/features/customer-care/waiting-badge"), bringCareWords()));

interface LinkProps {
  place: Place;
  className: string | undefined;
  /** On a phone, approvals are behind the workbench. */
  badge?: boolean;
}

function PlaceLink({ place, className, badge = false }: LinkProps) {
  const beside = useLocation({ select: ({ pathname }) => pathname.startsWith("/handovers") });
  const current = place.name === "customers" && beside ? "page" : undefined;
  return (
    <Link
      to={place.to as "/messages"}
      className={className}
      aria-current={current}
      activeProps={{ "aria-current": "page" }}
    >
      <PlaceFace place={place} />
      {place.name === "messages" && <UnreadBadge />}
      {place.name === "dings" && <WaitingBadge />}
      {place.name === "customers" && (
        <Suspense>
          <CareBadge className={css.badge} />
        </Suspense>
      )}
      {(place.name === "approvals" || badge) && <ApprovalsBadge />}
    </Link>
  );
}

function PlaceFace({ place }: { place: Place }) {
  const { t } = useText();
  return (
    <>
      <span className={css.placeIcon} aria-hidden="true">
        {place.icon}
      </span>
      <span className={css.placeName}>{t(`shell.places.${place.name}`)}</span>
    </>
  );
}

/** Unread messages of everything that is not muted. */
function UnreadBadge() {
  const { t } = useText();
  const unread = useUnreadTotal();
  return <Badge count={unread} label={t("messaging.list.unread", { count: unread })} />;
}

/** DINGs that wait for a confirmation. */
function WaitingBadge() {
  const { t } = useText();
  const waiting = useWaiting();
  return <Badge count={waiting} label={t("ding.waitingBadge", { count: waiting })} />;
}

/** Approvals and other systems' tasks that wait for me. */
function ApprovalsBadge() {
  const { t } = useText();
  const count = useOpenApprovals() + useOpenForeignTasks();
  return <Badge count={count} label={t("shell.approvalsBadge", { count })} />;
}

function Badge({ count, label }: { count: number; label: string }) {
  if (count === 0) return null;
  return (
    <span className={css.badge}>
      <span aria-hidden="true">{count > 99 ? "99+" : count}</span>
      <span className="visually-hidden">{label}</span>
    </span>
  );
}

export function Rail({ onSearch }: { onSearch: () => void }) {
  const { t } = useText();
  const session = useSession();
  const navigate = useNavigate();
  return (
    <nav className={css.rail} aria-label={t("shell.navigation")}>
      <Suspense fallback={<Avatar person={session.member} size={36} />}>
        <AvatarMenu onSettings={() => void navigate({ to: "/settings" })} />
      </Suspense>
      {PLACES.map((place) => (
        <PlaceLink key={place.to} place={place} className={css.place} />
      ))}
      <div className={css.railEnd}>
        <button type="button" className={css.place} onClick={onSearch}>
          <span className={css.placeIcon} aria-hidden="true">
            <SearchOutlined />
          </span>
          <span className={css.placeName}>{t("shell.search")}</span>
        </button>
        {hasAdminPlace(session) && (
          <a href={ADMIN.to} className={css.place}>
            <PlaceFace place={ADMIN} />
          </a>
        )}
        <PlaceLink place={SETTINGS} className={css.place} />
      </div>
    </nav>
  );
}

export function BottomTabs() {
  const { t } = useText();
  return (
    <nav className={css.tabs} aria-label={t("shell.navigation")}>
      {[...PLACES.filter((place) => !place.railOnly), ME].map((place) => (
        <PlaceLink key={place.name} place={place} className={css.tab} badge={place.name === "workbench"} />
      ))}
    </nav>
  );
}
