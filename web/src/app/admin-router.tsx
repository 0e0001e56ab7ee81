import { createRootRoute, createRouter, Outlet } from "@tanstack/react-router";
import { NotFound, PageError } from "./fallbacks";

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound, errorComponent: PageError });

/** The admin pages, a separate entry: nobody who only chats loads them. */
export const adminRouter = createRouter({
  routeTree: root,
  basepath: "/admin",
  defaultPreload: "intent",
  scrollRestoration: true,
});
