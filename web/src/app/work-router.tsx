import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import type { ApprovalBox } from "@/api/approval-types";
import type { CareScope } from "@/api/care-types";
import type { ForeignTaskBox } from "@/api/foreign-tasks";
import { api } from "@/api/http";
import type { ReportBox } from "@/api/report-types";
import { sessionQuery, working } from "@/api/session";
import type { Setup } from "@/api/types";
import { isBox as isApprovalBox, type StartFrom } from "@/features/approval/boxes";
import { type GuardTab, isGuardTab } from "@/features/customer-guard/tabs";
import { type HandoverTab, isTab } from "@/features/customer-handover/tabs";
import { isMassTab, type MassTab } from "@/features/customer-mass/tabs";
import { isProductTab, type ProductTab } from "@/features/customer-material/tabs";
import { isTab as isMomentTab, type MomentTab } from "@/features/customer-moment/tabs";
import { type Box, isBox } from "@/features/ding/boxes";
import type { ComposeSource } from "@/features/ding/use-seed";
import { isDay, isBox as isReportBox } from "@/features/report/boxes";
import { setAddress } from "@/lib/addresses";
import { bringFormWords } from "@/ui/forms/form-words";
import { NotFound, PageError } from "./fallbacks";
import { queryClient } from "./providers";
import { Shell } from "./shell";
import {
  bringAccountWords,
  bringApprovalWords,
  bringCareWords,
  bringCustomerWords,
  bringForeignWords,
  bringGuardWords,
  bringHandoverWords,
  bringMassWords,
  bringMaterialWords,
  bringMomentWords,
  bringPrivacyWords,
  bringReportWords,
  bringSettingsWords,
  together,
} from "./words";

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound, errorComponent: PageError });

/** Everything inside the shell needs somebody who is signed in and works in a company. */
const shell = createRoute({
  getParentRoute: () => root,
  id: "shell",
  component: Shell,
  errorComponent: PageError,
  beforeLoad: ({ location }) => requireWorking(location.href),
});

async function requireWorking(href: string) {
  const session = await queryClient.ensureQueryData(sessionQuery);
  if (working(session)) return;
  if (session) throw redirect({ href: "/companies" });
  const setup = await api.get<Setup>("/api/setup");
  throw redirect({ href: setup.needed ? "/welcome" : `/login?next=${encodeURIComponent(href)}` });
}

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

const customerPages = () =>
  together(
    import("./customer-pages"),
    bringCustomerWords(),
    bringFormWords(),
    import("./customer-parts"),
    import("./customer-wait"),
  );

const customers = createRoute({
  getParentRoute: () => shell,
  path: "/customers",
  component: lazyRouteComponent(customerPages, "Customers"),
});

const customer = createRoute({ getParentRoute: () => customers, path: "$customerId" });

const behindCustomers = (["Tags", "Settings", "Replies", "Duplicates", "Card", "Ways"] as const).map((name) =>
  createRoute({
    getParentRoute: () => shell,
    path: `/customers/${name.toLowerCase()}`,
    component: lazyRouteComponent(customerPages, `Customer${name}`),
  }),
);

const materialPages = () => together(import("./material-pages"), bringMaterialWords());

const products = createRoute({
  getParentRoute: () => shell,
  path: "/customers/products",
  validateSearch: (search): { tab?: ProductTab; id?: number } => ({
    tab: isProductTab(search.tab) ? search.tab : undefined,
    id: id(search.id),
  }),
  component: lazyRouteComponent(materialPages, "Products"),
});

const materials = createRoute({
  getParentRoute: () => shell,
  path: "/customers/materials",
  validateSearch: (search): { id?: number } => ({ id: id(search.id) }),
  component: lazyRouteComponent(materialPages, "Materials"),
});

const carePages = () => together(import("./care-pages"), bringCareWords(), bringFormWords());

const waiting = createRoute({
  getParentRoute: () => shell,
  path: "/customers/waiting",
  validateSearch: careScope,
  component: lazyRouteComponent(carePages, "Waiting"),
});

const waitingRules = createRoute({
  getParentRoute: () => shell,
  path: "/customers/waiting-rules",
  component: lazyRouteComponent(carePages, "WaitingRules"),
});

const customerStatistics = createRoute({
  getParentRoute: () => shell,
  path: "/customers/statistics",
  validateSearch: careScope,
  component: lazyRouteComponent(carePages, "CustomerStatistics"),
});

const handoverPages = () => together(import("./handover-page"), bringHandoverWords());

const handovers = createRoute({
  getParentRoute: () => shell,
  path: "/handovers",
  validateSearch: (search): { tab?: HandoverTab; leaver?: number } => ({
    tab: isTab(search.tab) ? search.tab : undefined,
    leaver: id(search.leaver),
  }),
  component: lazyRouteComponent(handoverPages, "Handovers"),
});

const guardPages = () => together(import("./guard-page"), bringGuardWords(), bringCustomerWords());

const guard = createRoute({
  getParentRoute: () => shell,
  path: "/customers/guard",
  validateSearch: (search): { tab?: GuardTab; thread?: number } => ({
    tab: isGuardTab(search.tab) ? search.tab : undefined,
    thread: id(search.thread),
  }),
  component: lazyRouteComponent(guardPages, "Guard"),
});

const massPages = () => together(import("./mass-pages"), bringMassWords(), bringFormWords());

const masses = createRoute({
  getParentRoute: () => shell,
  path: "/customers/mass",
  validateSearch: (search): { tab?: MassTab } => ({ tab: isMassTab(search.tab) ? search.tab : undefined }),
  component: lazyRouteComponent(massPages, "Masses"),
});

const newMass = createRoute({
  getParentRoute: () => shell,
  path: "/customers/mass/new",
  validateSearch: (search): { kind?: "COMPANY"; filter?: Record<string, unknown> } => ({
    kind: search.kind === "COMPANY" ? search.kind : undefined,
    filter: isRecord(search.filter) ? search.filter : undefined,
  }),
  component: lazyRouteComponent(massPages, "NewMass"),
});

const oneMass = createRoute({
  getParentRoute: () => shell,
  path: "/customers/mass/$massId",
  component: lazyRouteComponent(massPages, "OneMass"),
});

const moments = createRoute({
  getParentRoute: () => shell,
  path: "/customers/moments",
  validateSearch: (search): { box?: MomentTab } => ({ box: isMomentTab(search.box) ? search.box : undefined }),
  component: lazyRouteComponent(() => together(import("./moment-page"), bringMomentWords()), "Moments"),
});

const privacy = createRoute({
  getParentRoute: () => shell,
  path: "/customers/privacy",
  validateSearch: (search): { tab?: string } => ({ tab: text(search.tab) }),
  component: lazyRouteComponent(() => together(import("./privacy-page"), bringPrivacyWords()), "Privacy"),
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

function careScope({ scope }: Record<string, unknown>): { scope?: CareScope } {
  return { scope: scope === "TEAM" || scope === "ALL" ? scope : undefined };
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function id(value: unknown): number | undefined {
  return typeof value === "number" && Number.isSafeInteger(value) ? value : undefined;
}

setAddress("APPROVAL", (run) => `/approvals/${run}`);
setAddress("REPORT", (template) => `/reports/new/${template}`);
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
      customers.addChildren([customer]),
      ...behindCustomers,
      products,
      materials,
      waiting,
      waitingRules,
      customerStatistics,
      handovers,
      guard,
      masses,
      newMass,
      oneMass,
      moments,
      privacy,
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
