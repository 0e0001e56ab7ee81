import { createRootRoute, createRoute, Outlet, redirect } from "@tanstack/react-router";
import { api } from "@/api/http";
import { sessionQuery, working } from "@/api/session";
import type { Setup } from "@/api/types";
import { NotFound, PageError } from "./fallbacks";
import { queryClient } from "./providers";
import { Shell } from "./shell";

export const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound, errorComponent: PageError });

/** Everything inside the shell needs somebody who is signed in and works in a company. */
export const shell = createRoute({
  getParentRoute: () => root,
  id: "shell",
  component: Shell,
  errorComponent: PageError,
  beforeLoad: ({ location }) => requireWorking(location.href),
});

export async function requireWorking(href: string) {
  const session = await queryClient.ensureQueryData(sessionQuery);
  if (working(session)) return;
  if (session) throw redirect({ href: "/companies" });
  const setup = await api.get<Setup>("/api/setup");
  throw redirect({ href: setup.needed ? "/welcome" : `/login?next=${encodeURIComponent(href)}` });
}

export function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function id(value: unknown): number | undefined {
  return typeof value === "number" && Number.isSafeInteger(value) ? value : undefined;
}
