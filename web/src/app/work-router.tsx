import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { api } from "@/api/http";
import { sessionQuery, working } from "@/api/session";
import type { Setup } from "@/api/types";
import { NotFound, PageError } from "./fallbacks";
import { queryClient } from "./providers";
import { Shell } from "./shell";

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound, errorComponent: PageError });

/** Everything inside the shell needs somebody who is signed in and works in a company. */
const shell = createRoute({
  getParentRoute: () => root,
  id: "shell",
  component: Shell,
  errorComponent: PageError,
  beforeLoad: async ({ location }) => {
    const session = await queryClient.ensureQueryData(sessionQuery);
    if (working(session)) return;
    if (session) throw redirect({ href: "/companies" });
    const setup = await api.get<Setup>("/api/setup");
    throw redirect({ href: setup.needed ? "/setup" : `/login?then=${encodeURIComponent(location.href)}` });
  },
});

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

export const workRouter = createRouter({
  routeTree: root.addChildren([home, shell.addChildren([messages.addChildren([conversation])])]),
  defaultPreload: "intent",
  notFoundMode: "root",
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof workRouter;
  }
}
