import {
  AlertOutlined,
  ApartmentOutlined,
  ApiOutlined,
  ArrowLeftOutlined,
  AuditOutlined,
  BankOutlined,
  BellOutlined,
  CalendarOutlined,
  DashboardOutlined,
  FileTextOutlined,
  HddOutlined,
  ImportOutlined,
  KeyOutlined,
  MenuOutlined,
  MobileOutlined,
  SendOutlined,
  ShareAltOutlined,
  SolutionOutlined,
  TagsOutlined,
  TeamOutlined,
  UserAddOutlined,
} from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Navigate, Outlet } from "@tanstack/react-router";
import { Drawer } from "antd";
import { type ReactNode, useState } from "react";
import { api } from "@/api/http";
import { useSession } from "@/api/session";
import { type AdminPlace, adminPlaces } from "@/lib/admin-places";
import { useText } from "@/lib/i18n";
import { useWide } from "@/lib/media";
import { AdminLink } from "@/ui/admin-link";
import { EmptyState } from "@/ui/empty-state";
import { IconButton } from "@/ui/icon-button";
import css from "./admin-shell.module.css";

const ICONS: Record<AdminPlace, ReactNode> = {
  overview: <DashboardOutlined />,
  company: <BankOutlined />,
  departments: <ApartmentOutlined />,
  members: <TeamOutlined />,
  import: <ImportOutlined />,
  roles: <TagsOutlined />,
  invitations: <UserAddOutlined />,
  requests: <SolutionOutlined />,
  calendar: <CalendarOutlined />,
  approvals: <AuditOutlined />,
  reports: <FileTextOutlined />,
  notices: <BellOutlined />,
  ding: <AlertOutlined />,
  channels: <ApiOutlined />,
  sent: <SendOutlined />,
  simulation: <MobileOutlined />,
  webhooks: <ShareAltOutlined />,
  "api-keys": <KeyOutlined />,
  system: <HddOutlined />,
};

export function addressOf(place: AdminPlace): string {
  return place === "overview" ? "/" : `/${place}`;
}

/** The frame of the administration: a menu on the left, or behind a button on small screens. */
export function AdminShell() {
  const { t } = useText();
  const wide = useWide();
  const { org } = useSession();
  const [open, setOpen] = useState(false);
  return (
    <div className={css.shell}>
      {wide ? (
        <div className={css.side}>
          <AdminMenu />
        </div>
      ) : (
        <header className={css.bar}>
          <IconButton icon={<MenuOutlined />} label={t("admin.menu")} onClick={() => setOpen(true)} />
          <span className={css.barTitle}>{org.name}</span>
        </header>
      )}
      {!wide && (
        <Drawer
          open={open}
          onClose={() => setOpen(false)}
          placement="left"
          size={264}
          closable={false}
          aria-label={t("admin.menu")}
          styles={{ body: { padding: 0 } }}
        >
          {/* biome-ignore lint/a11y/noStaticElementInteractions: closes behind a chosen link */}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click */}
          <div onClick={() => setOpen(false)}>
            <AdminMenu />
          </div>
        </Drawer>
      )}
      <main className={css.main}>
        <Outlet />
      </main>
    </div>
  );
}

/** What this person may open; the server says whether the machine belongs to it. */
function usePlaces(): { places: AdminPlace[]; known: boolean } {
  const session = useSession();
  const machine = useQuery({
    queryKey: ["admin"],
    queryFn: () => api.get<{ system: boolean }>("/api/admin"),
    staleTime: 60_000,
  });
  return { places: adminPlaces(session, session.org.settings, machine.data?.system), known: !machine.isPending };
}

function AdminMenu() {
  const { t } = useText();
  const { org } = useSession();
  const { places } = usePlaces();
  return (
    <nav className={css.menu} aria-label={t("admin.title")}>
      <p className={css.company}>
        <span className={css.companyName}>{org.name}</span>
        <span className={css.what}>{t("admin.title")}</span>
      </p>
      <ul className={css.list}>
        {places.map((place) => (
          <li key={place}>
            <AdminLink className={css.entry} to={addressOf(place)} exact={place === "overview"}>
              <span className={css.icon} aria-hidden="true">
                {ICONS[place]}
              </span>
              {t(`admin.places.${place}`)}
            </AdminLink>
          </li>
        ))}
      </ul>
      <a className={css.back} href="/workbench">
        <ArrowLeftOutlined aria-hidden /> {t("admin.toWork")}
      </a>
    </nav>
  );
}

/** A page that this person may not open says so instead of showing the server's refusals. */
export function Allowed({ place, children }: { place: AdminPlace; children: ReactNode }) {
  const { t } = useText();
  const { places, known } = usePlaces();
  if (places.includes(place)) return children;
  if (!known) return null;
  const [first] = places;
  if (place === "overview" && first) return <Navigate to={addressOf(first) as "/"} replace />;
  return (
    <EmptyState
      title={t("admin.noRight")}
      text={t("admin.noRightText")}
      action={<a href="/workbench">{t("admin.toWork")}</a>}
    />
  );
}
