import { createRoute, createRouter, lazyRouteComponent, redirect } from "@tanstack/react-router";
import type { ApprovalBox } from "@/api/approval-types";
import type { ForeignTaskBox } from "@/api/foreign-tasks";
import type { ReportBox } from "@/api/report-types";
import { sessionQuery } from "@/api/session";
import { isBox as isApprovalBox, type StartFrom } from "@/features/approval/boxes";
import { type Box, isBox } from "@/features/ding/boxes";
import type { ComposeSource } from "@/features/ding/use-seed";
import { isDay, isBox as isReportBox } from "@/features/report/boxes";
import { setAddress } from "@/lib/addresses";
import { bringFormWords } from "@/ui/forms/form-words";
import { customerRoutes } from "./customer-routes";
import { queryClient } from "./providers";
import { id, requireWorking, root, shell, text } from "./shell-route";
import {
  bringAccountWords,
  bringApprovalWords,
  bringForeignWords,
  bringReportWords,
  bringSettingsWords,
  together,
} from "./words";

const home = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: () => {
    throw redirect({ href: "/messages" });
  },
});

const messages = createRoute({
  getParentRoute: () => shell,
  path: "/messages",
  component: lazyRouteComponent(() => import("@/features/messaging/messages-page"), "MessagesPage"),
});

const conversation = createRoute({ getParentRoute: () => messages, path: "$conversationId" });

const accountPages = () => together(import("./account-pages"), bringAccountWords());

const welcome = createRoute({
  getParentRoute: () => root,
  path: "/welcome",
  component: lazyRouteComponent(accountPages, "Welcome"),
});

const login = createRoute({
  getParentRoute: () => root,
  path: "/login",
  validateSearch: (search): { next?: string } => ({ next: text(search.next) }),
  component: lazyRouteComponent(accountPages, "Login"),
});

const link = createRoute({
  getParentRoute: () => root,
  path: "/link/$token",
  component: lazyRouteComponent(accountPages, "OneTimeLink"),
});

const join = createRoute({
  getParentRoute: () => root,
  path: "/join/$token",
  component: lazyRouteComponent(accountPages, "Join"),
});

const companies = createRoute({
  getParentRoute: () => root,
  path: "/companies",
  validateSearch: (search): { found?: boolean } => ({ found: search.found === true || undefined }),
  beforeLoad: async () => {
    if (!(await queryClient.ensureQueryData(sessionQuery))) throw redirect({ href: "/login" });
  },
  component: lazyRouteComponent(accountPages, "Companies"),
});

const contacts = createRoute({
  getParentRoute: () => shell,
  path: "/contacts",
  validateSearch: (search): { member?: number } => ({ member: id(search.member) }),
  component: lazyRouteComponent(() => import("./contacts-pages"), "Contacts"),
});

const contactsPlace = createRoute({ getParentRoute: () => contacts, path: "$place" });

const dingPages = () => import("./ding-pages");

const dings = createRoute({
  getParentRoute: () => shell,
  path: "/dings",
  validateSearch: (search): { box?: Box } => ({ box: isBox(search.box) ? search.box : undefined }),
  component: lazyRouteComponent(dingPages, "Dings"),
});

const ding = createRoute({ getParentRoute: () => dings, path: "$dingId" });

const newDing = createRoute({
  getParentRoute: () => shell,
  path: "/dings/new",
  validateSearch: (search): ComposeSource => ({
    conversation: id(search.conversation),
    seq: id(search.seq),
    unread: search.unread === true || undefined,
    member: id(search.member),
  }),
  component: lazyRouteComponent(dingPages, "NewDing"),
});

const approvalPages = () => together(import("./approval-pages"), bringApprovalWords(), bringFormWords());

const approvals = createRoute({
  getParentRoute: () => shell,
  path: "/approvals",
  validateSearch: (search): { box?: ApprovalBox } => ({ box: isApprovalBox(search.box) ? search.box : undefined }),
  component: lazyRouteComponent(approvalPages, "Approvals"),
});

const approval = createRoute({ getParentRoute: () => approvals, path: "$approvalId" });

const newApproval = createRoute({
  getParentRoute: () => shell,
  path: "/approvals/new",
  component: lazyRouteComponent(approvalPages, "NewApproval"),
});

const fillApproval = createRoute({
  getParentRoute: () => shell,
  path: "/approvals/new/$templateId",
  validateSearch: (search): StartFrom => ({ copy: id(search.copy), undoes: id(search.undoes) }),
  component: lazyRouteComponent(approvalPages, "FillApproval"),
});

const editApproval = createRoute({
  getParentRoute: () => shell,
  path: "/approvals/$approvalId/edit",
  component: lazyRouteComponent(approvalPages, "EditApproval"),
});

const delegations = createRoute({
  getParentRoute: () => shell,
  path: "/approvals/delegations",
  component: lazyRouteComponent(approvalPages, "Delegations"),
});

const approvalStatistics = createRoute({
  getParentRoute: () => shell,
  path: "/approvals/statistics",
  component: lazyRouteComponent(approvalPages, "Statistics"),
});

const foreignPages = () => together(import("./foreign-pages"), bringForeignWords());

const foreignTasks = createRoute({
  getParentRoute: () => shell,
  path: "/approvals/tasks",
  validateSearch: (search): { box?: ForeignTaskBox } => ({ box: search.box === "ENDED" ? "ENDED" : undefined }),
  component: lazyRouteComponent(foreignPages, "ForeignTasks"),
});

const foreignTask = createRoute({ getParentRoute: () => foreignTasks, path: "$taskId" });

/** Without the shell: a sheet of paper. */
const printApproval = createRoute({
  getParentRoute: () => root,
  path: "/approvals/$approvalId/print",
  beforeLoad: ({ location }) => requireWorking(location.href),
  component: lazyRouteComponent(approvalPages, "PrintApproval"),
});

const reportPages = () => together(import("./report-pages"), bringReportWords(), bringFormWords());

const reports = createRoute({
  getParentRoute: () => shell,
  path: "/reports",
  validateSearch: (search): { box?: ReportBox } => ({ box: isReportBox(search.box) ? search.box : undefined }),
  component: lazyRouteComponent(reportPages, "Reports"),
});

const report = createRoute({ getParentRoute: () => reports, path: "$reportId" });

const newReport = createRoute({
  getParentRoute: () => shell,
  path: "/reports/new",
  component: lazyRouteComponent(reportPages, "ChooseReport"),
});

const writeReport = createRoute({
  getParentRoute: () => shell,
  path: "/reports/new/$templateId",
  validateSearch: (search): { day?: string } => ({ day: isDay(search.day) ? search.day : undefined }),
  component: lazyRouteComponent(reportPages, "WriteReport"),
});

const editReport = createRoute({
  getParentRoute: () => shell,
  path: "/reports/$reportId/edit",
  component: lazyRouteComponent(reportPages, "EditReport"),
});

const reportOverview = createRoute({
  getParentRoute: () => shell,
  path: "/reports/overview",
  validateSearch: (search): { template?: number; day?: string } => ({
    template: id(search.template),
    day: isDay(search.day) ? search.day : undefined,
  }),
  component: lazyRouteComponent(reportPages, "ReportOverviews"),
});

const reportStatistics = createRoute({
  getParentRoute: () => shell,
  path: "/reports/statistics",
  validateSearch: (search): { template?: number } => ({ template: id(search.template) }),
  component: lazyRouteComponent(reportPages, "ReportStatistics"),
});

const workbench = createRoute({
  getParentRoute: () => shell,
  path: "/workbench",
  component: lazyRouteComponent(() => import("@/features/workbench/workbench-page"), "WorkbenchPage"),
});

const settings = createRoute({
  getParentRoute: () => shell,
  path: "/settings",
  component: lazyRouteComponent(() => together(import("./settings-pages"), bringSettingsWords()), "Settings"),
});

const settingsSection = createRoute({ getParentRoute: () => settings, path: "$section" });

setAddress("APPROVAL", (run) => `/approvals/${run}`);
setAddress("REPORT", (template) => `/reports/new/${template}`);
setAddress("GROUP_OF", (conversation) => `/customers/groups/of/${conversation}`);
setAddress("DING_TO", (member) => `/dings/new?member=${member}`);

export const workRouter = createRouter({
  routeTree: root.addChildren([
    home,
    welcome,
    login,
    link,
    join,
    companies,
    printApproval,
    shell.addChildren([
      messages.addChildren([conversation]),
      contacts.addChildren([contactsPlace]),
      dings.addChildren([ding]),
      newDing,
      approvals.addChildren([approval]),
      newApproval,
      fillApproval,
      editApproval,
      delegations,
      approvalStatistics,
      foreignTasks.addChildren([foreignTask]),
      reports.addChildren([report]),
      newReport,
      writeReport,
      editReport,
      reportOverview,
      reportStatistics,
      customerRoutes,
      workbench,
      settings.addChildren([settingsSection]),
    ]),
  ]),
  defaultPreload: "intent",
  notFoundMode: "root",
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof workRouter;
  }
}
