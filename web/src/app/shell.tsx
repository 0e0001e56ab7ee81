import { Outlet, useLocation, useParams } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useState } from "react";
import { useSession } from "@/api/session";
import { ApprovalLive } from "@/features/approval/approval-live";
import { DingLive } from "@/features/ding/ding-live";
import { LiveSession } from "@/features/messaging/live-session";
import { useHotkeys } from "@/lib/hotkeys";
import { useText } from "@/lib/i18n";
import { usePhone } from "@/lib/media";
import { hasAdminPlace } from "@/lib/rights";
import { readStored } from "@/lib/storage";
import { ADMIN, PLACES, SETTINGS } from "./places";
import { BottomTabs, Rail } from "./rail";
import css from "./shell.module.css";

const GlobalSearch = lazy(() =>
  import("@/features/messaging/global-search").then((module) => ({ default: module.GlobalSearch })),
);
const Shortcuts = lazy(() => import("./shortcuts").then((module) => ({ default: module.Shortcuts })));

type Dialog = "search" | "shortcuts" | null;

/** The frame of all work pages: a rail on the left, or tabs at the bottom of a phone. */
export function Shell() {
  const { t } = useText();
  const phone = usePhone();
  const session = useSession();
  const { conversationId, dingId, approvalId, reportId, taskId } = useParams({ strict: false });
  const writing = useLocation({
    select: ({ pathname }) => pathname === "/dings/new" || /^\/(approvals|reports)\/new\//.test(pathname),
  });
  const opened = conversationId ?? dingId ?? approvalId ?? reportId ?? taskId;
  const tabs = phone && opened === undefined && !writing;
  const [dialog, setDialog] = useState<Dialog>(null);
  useHotkeys({
    "mod+k": () => setDialog("search"),
    "?": () => setDialog("shortcuts"),
  });
  useKeptPush(session.account.id, session.org.id);
  const places = [...PLACES, SETTINGS, ...(hasAdminPlace(session) ? [ADMIN] : [])];
  const functions = places.map((place) => ({
    name: t(`shell.places.${place.name}`),
    icon: place.icon,
    address: place.to,
  }));
  const close = () => setDialog(null);
  return (
    <div className={css.shell}>
      <LiveSession title={t("shell.product")} />
      <DingLive />
      <ApprovalLive />
      {!phone && <Rail onSearch={() => setDialog("search")} />}
      <main className={css.content}>
        <Outlet />
      </main>
      {tabs && <BottomTabs />}
      <Suspense>
        {dialog === "search" && <GlobalSearch functions={functions} onClose={close} />}
        {dialog === "shortcuts" && <Shortcuts onClose={close} />}
      </Suspense>
    </div>
  );
}

/** Notifications that were switched on here stay on for this person, and for nobody else; each company learns of the device. */
function useKeptPush(account: number, company: number) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another company has to be told as well
  useEffect(() => {
    if (readStored("push") === null) return;
    void import("@/features/settings/push").then((push) => push.keepPush(account)).catch(() => undefined);
  }, [account, company]);
}
