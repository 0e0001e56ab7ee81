import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import type { CareScope } from "@/api/care-types";
import type { ViewSearch } from "@/features/customer/filter";
import { type GroupsTab, type GroupTab, isGroupsTab, isGroupTab } from "@/features/customer-group/tabs";
import { type GuardTab, isGuardTab } from "@/features/customer-guard/tabs";
import { type HandoverTab, isTab } from "@/features/customer-handover/tabs";
import { isMassTab, type MassTab } from "@/features/customer-mass/tabs";
import { isProductTab, type ProductTab } from "@/features/customer-material/tabs";
import { isTab as isMomentTab, type MomentTab } from "@/features/customer-moment/tabs";
import { type FarewellTab, isFarewellTab, isWayTab, type WayTab } from "@/features/customer-way/tabs";
import { bringFormWords } from "@/ui/forms/form-words";
import { id, isRecord, shell, text } from "./shell-route";
import {
  bringCareWords,
  bringCrmWords,
  bringCustomerGroupWords,
  bringCustomerWords,
  bringGuardWords,
  bringHandoverWords,
  bringMassWords,
  bringMaterialWords,
  bringMomentWords,
  bringPrivacyWords,
  bringWayWords,
  together,
} from "./words";

const customerPages = () =>
  together(
    import("./customer-pages"),
    bringCustomerWords(),
    bringFormWords(),
    import("./customer-parts"),
    import("./customer-wait"),
  );

/** No address of its own: the list of places beside all of them. */
const area = createRoute({
  getParentRoute: () => shell,
  id: "area",
  component: lazyRouteComponent(() => together(import("./customer-area"), bringCustomerWords()), "CustomerArea"),
});

const customers = createRoute({
  getParentRoute: () => area,
  path: "/customers",
  validateSearch: (search): ViewSearch => ({
    ...careScope(search),
    order: search.order === "NEWEST" ? search.order : undefined,
    filter: isRecord(search.filter) ? search.filter : undefined,
  }),
  component: lazyRouteComponent(customerPages, "Customers"),
});

const customer = createRoute({ getParentRoute: () => customers, path: "$customerId" });

const behindCustomers = (["Tags", "Settings", "Replies", "Duplicates", "Exports", "Tasks"] as const).map((name) =>
  createRoute({
    getParentRoute: () => area,
    path: `/customers/${name.toLowerCase()}`,
    component: lazyRouteComponent(customerPages, `Customer${name}`),
  }),
);

const wayPages = () => together(import("./customer-way-pages"), bringWayWords(), bringFormWords());

const aroundWays = (["Ways", "Card", "Arrivals", "Site", "Company"] as const).map((name) =>
  createRoute({
    getParentRoute: () => area,
    path: `/customers/${name.toLowerCase()}`,
    component: lazyRouteComponent(wayPages, `Customer${name}`),
  }),
);

const newWay = createRoute({
  getParentRoute: () => area,
  path: "/customers/ways/new",
  component: lazyRouteComponent(wayPages, "NewCustomerWay"),
});

const oneWay = createRoute({
  getParentRoute: () => area,
  path: "/customers/ways/$wayId",
  validateSearch: (search): { tab?: WayTab } => ({ tab: isWayTab(search.tab) ? search.tab : undefined }),
  component: lazyRouteComponent(wayPages, "OneCustomerWay"),
});

const farewells = createRoute({
  getParentRoute: () => area,
  path: "/customers/farewells",
  validateSearch: (search): { tab?: FarewellTab } => ({ tab: isFarewellTab(search.tab) ? search.tab : undefined }),
  component: lazyRouteComponent(wayPages, "CustomerFarewells"),
});

const materialPages = () => together(import("./material-pages"), bringMaterialWords());

const products = createRoute({
  getParentRoute: () => area,
  path: "/customers/products",
  validateSearch: (search): { tab?: ProductTab; id?: number } => ({
    tab: isProductTab(search.tab) ? search.tab : undefined,
    id: id(search.id),
  }),
  component: lazyRouteComponent(materialPages, "Products"),
});

const materials = createRoute({
  getParentRoute: () => area,
  path: "/customers/materials",
  validateSearch: (search): { id?: number } => ({ id: id(search.id) }),
  component: lazyRouteComponent(materialPages, "Materials"),
});

const groupPages = () => together(import("./customer-group-pages"), bringCustomerGroupWords());

const customerGroups = createRoute({
  getParentRoute: () => area,
  path: "/customers/groups",
  validateSearch: (search): { tab?: GroupsTab } => ({ tab: isGroupsTab(search.tab) ? search.tab : undefined }),
  component: lazyRouteComponent(groupPages, "CustomerGroups"),
});

const customerGroup = createRoute({
  getParentRoute: () => area,
  path: "/customers/groups/$groupId",
  validateSearch: (search): { tab?: GroupTab } => ({ tab: isGroupTab(search.tab) ? search.tab : undefined }),
  component: lazyRouteComponent(groupPages, "OneCustomerGroup"),
});

const groupOfConversation = createRoute({
  getParentRoute: () => area,
  path: "/customers/groups/of/$conversationId",
  component: lazyRouteComponent(groupPages, "GroupOfConversation"),
});

const carePages = () => together(import("./care-pages"), bringCareWords(), bringFormWords());

const waiting = createRoute({
  getParentRoute: () => area,
  path: "/customers/waiting",
  validateSearch: careScope,
  component: lazyRouteComponent(carePages, "Waiting"),
});

const waitingRules = createRoute({
  getParentRoute: () => area,
  path: "/customers/waiting-rules",
  component: lazyRouteComponent(carePages, "WaitingRules"),
});

const customerStatistics = createRoute({
  getParentRoute: () => area,
  path: "/customers/statistics",
  validateSearch: careScope,
  component: lazyRouteComponent(carePages, "CustomerStatistics"),
});

const handoverPages = () => together(import("./handover-page"), bringHandoverWords());

const handovers = createRoute({
  getParentRoute: () => area,
  path: "/handovers",
  validateSearch: (search): { tab?: HandoverTab; leaver?: number } => ({
    tab: isTab(search.tab) ? search.tab : undefined,
    leaver: id(search.leaver),
  }),
  component: lazyRouteComponent(handoverPages, "Handovers"),
});

const guardPages = () => together(import("./guard-page"), bringGuardWords(), bringCustomerWords());

const guard = createRoute({
  getParentRoute: () => area,
  path: "/customers/guard",
  validateSearch: (search): { tab?: GuardTab; thread?: number } => ({
    tab: isGuardTab(search.tab) ? search.tab : undefined,
    thread: id(search.thread),
  }),
  component: lazyRouteComponent(guardPages, "Guard"),
});

const massPages = () => together(import("./mass-pages"), bringMassWords(), bringFormWords());

const masses = createRoute({
  getParentRoute: () => area,
  path: "/customers/mass",
  validateSearch: (search): { tab?: MassTab } => ({ tab: isMassTab(search.tab) ? search.tab : undefined }),
  component: lazyRouteComponent(massPages, "Masses"),
});

const newMass = createRoute({
  getParentRoute: () => area,
  path: "/customers/mass/new",
  validateSearch: (search): { kind?: "COMPANY"; filter?: Record<string, unknown> } => ({
    kind: search.kind === "COMPANY" ? search.kind : undefined,
    filter: isRecord(search.filter) ? search.filter : undefined,
  }),
  component: lazyRouteComponent(massPages, "NewMass"),
});

const oneMass = createRoute({
  getParentRoute: () => area,
  path: "/customers/mass/$massId",
  component: lazyRouteComponent(massPages, "OneMass"),
});

const moments = createRoute({
  getParentRoute: () => area,
  path: "/customers/moments",
  validateSearch: (search): { box?: MomentTab } => ({ box: isMomentTab(search.box) ? search.box : undefined }),
  component: lazyRouteComponent(() => together(import("./moment-page"), bringMomentWords()), "Moments"),
});

const privacy = createRoute({
  getParentRoute: () => area,
  path: "/customers/privacy",
  validateSearch: (search): { tab?: string } => ({ tab: text(search.tab) }),
  component: lazyRouteComponent(() => together(import("./privacy-page"), bringPrivacyWords()), "Privacy"),
});

const crmPages = () => together(import("./crm-pages"), bringCrmWords(), bringCustomerWords(), bringFormWords());

const customerImport = createRoute({
  getParentRoute: () => area,
  path: "/customers/import",
  validateSearch: (search): { id?: number } => ({ id: id(search.id) }),
  component: lazyRouteComponent(crmPages, "CustomerImport"),
});

const tagRules = createRoute({
  getParentRoute: () => area,
  path: "/customers/tag-rules",
  component: lazyRouteComponent(crmPages, "TagRules"),
});

function careScope({ scope }: Record<string, unknown>): { scope?: CareScope } {
  return { scope: scope === "TEAM" || scope === "ALL" ? scope : undefined };
}

/** Everything about customers. */
export const customerRoutes = area.addChildren([
  customers.addChildren([customer]),
  ...behindCustomers,
  ...aroundWays,
  newWay,
  oneWay,
  farewells,
  products,
  materials,
  customerGroups,
  customerGroup,
  groupOfConversation,
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
  customerImport,
  tagRules,
]);
