import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { sessionQuery, working } from "@/api/session";
import { bringFormWords } from "@/ui/forms/form-words";
import { AdminShell } from "./admin-shell";
import { NotFound, PageError } from "./fallbacks";
import { queryClient } from "./providers";

/** Signing in belongs to the work entry; the address is kept so that the person comes back here. */
const root = createRootRoute({
  component: AdminShell,
  notFoundComponent: NotFound,
  errorComponent: PageError,
  beforeLoad: async ({ location }) => {
    if (working(await queryClient.ensureQueryData(sessionQuery))) return;
    throw redirect({ href: `/login?next=${encodeURIComponent(`/admin${location.href}`)}`, reloadDocument: true });
  },
});

const pages = () => import("./admin-pages");
type PageName = keyof Awaited<ReturnType<typeof pages>>;
const noticePages = () => import("./admin-notice-pages");
type NoticePageName = keyof Awaited<ReturnType<typeof noticePages>>;

const page = (path: string, name: PageName) =>
  createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(pages, name) });

const noticePage = (path: string, name: NoticePageName) =>
  createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(noticePages, name) });

const openPages = () => import("./admin-open-pages");

const openPage = (path: string, name: keyof Awaited<ReturnType<typeof openPages>>) =>
  createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(openPages, name) });

const approvalPages = () => import("./admin-approval-pages");
const reportPages = () => import("./admin-report-pages");
type ApprovalPageName = keyof Awaited<ReturnType<typeof approvalPages>>;

/** The designer's preview shows a real form, with the words of forms. */
const approvalPage = (path: string, name: ApprovalPageName) =>
  createRoute({
    getParentRoute: () => root,
    path,
    component: lazyRouteComponent(approvalPages, name),
    loader: () => bringFormWords(),
  });

type ReportPageName = keyof Awaited<ReturnType<typeof reportPages>>;

const reportPage = (path: string, name: ReportPageName) =>
  createRoute({
    getParentRoute: () => root,
    path,
    component: lazyRouteComponent(reportPages, name),
    loader: () => bringFormWords(),
  });

/** The admin pages, a separate entry: nobody who only chats loads them. */
export const adminRouter = createRouter({
  routeTree: root.addChildren([
    page("/", "Overview"),
    page("/company", "Company"),
    page("/departments", "Departments"),
    page("/members", "Members"),
    page("/import", "Import"),
    page("/roles", "Roles"),
    page("/invitations", "Invitations"),
    page("/requests", "Requests"),
    createRoute({
      getParentRoute: () => root,
      path: "/calendar",
      component: lazyRouteComponent(() => import("./admin-calendar-page"), "WorkCalendar"),
    }),
    approvalPage("/approvals", "Approvals"),
    approvalPage("/approvals/$templateId", "ApprovalEditor"),
    reportPage("/reports", "Reports"),
    reportPage("/reports/$templateId", "ReportEditor"),
    noticePage("/notices", "Notices"),
    noticePage("/ding", "Ding"),
    noticePage("/channels", "Channels"),
    noticePage("/sent", "Sent"),
    noticePage("/simulation", "Simulation"),
    openPage("/webhooks", "Webhooks"),
    openPage("/api-keys", "ApiKeys"),
    page("/system", "System"),
  ]),
  basepath: "/admin",
  defaultPreload: "intent",
  scrollRestoration: true,
});
