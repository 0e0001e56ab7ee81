import { useMutation, useQuery } from "@tanstack/react-query";
import { api, Problem } from "@/api/http";
import type { Locale, Session, Setup } from "@/api/types";

export interface LinkView {
  purpose: "RESET" | "LOGIN" | "JOIN";
  name: string;
  companyName: string | null;
  expiresAt: string;
}

export interface JoinView {
  companyName: string;
  inviterName: string;
  approval: boolean;
  expiresAt: string;
}

export interface JoinAnswer {
  state: "JOINED" | "PENDING";
  session: Session | null;
}

export interface NewCompany {
  companyName: string;
  name: string;
  login: string;
  password: string;
  code?: string;
  locale: Locale;
}

/** Another person, another company: everything kept in memory belongs to somebody else, so the page starts afresh. */
export function enter(address = "/messages") {
  window.location.assign(address);
}

/** Only addresses of this site, so that nobody can be sent elsewhere after signing in. */
export function safeAddress(wanted: string | undefined): string {
  return wanted !== undefined && /^\/(?![/\\])/.test(wanted) ? wanted : "/messages";
}

export function useSetup() {
  return useQuery({ queryKey: ["setup"], queryFn: () => api.get<Setup>("/api/setup"), staleTime: 0 });
}

export function useCreateCompany() {
  return useMutation({ mutationFn: (body: NewCompany) => api.post<Session>("/api/setup/company", body) });
}

export function useLoadSample() {
  return useMutation({
    mutationFn: (body: { code?: string; locale: Locale }) => api.post<Session>("/api/setup/sample", body),
  });
}

export function useSignIn() {
  return useMutation({
    mutationFn: (body: { login: string; password: string }) =>
      api.post<Session>("/api/session", { ...body, device: deviceName() }),
  });
}

export function useLink(token: string) {
  return useQuery({
    queryKey: ["link", token],
    queryFn: () => api.get<LinkView>(`/api/links/${encodeURIComponent(token)}`),
    retry: notRefused,
  });
}

export function useRedeemLink(token: string) {
  return useMutation({
    mutationFn: (body: { password?: string }) => api.post<Session>(`/api/links/${encodeURIComponent(token)}`, body),
  });
}

export function useJoinView(token: string) {
  return useQuery({
    queryKey: ["join", token],
    queryFn: () => api.get<JoinView>(`/api/join/${encodeURIComponent(token)}`),
    retry: notRefused,
  });
}

export function useJoin(token: string) {
  return useMutation({
    mutationFn: (body: { name: string; login?: string; password?: string; locale?: Locale }) =>
      api.post<JoinAnswer>(`/api/join/${encodeURIComponent(token)}`, body),
  });
}

export function useFoundCompany() {
  return useMutation({
    mutationFn: (body: { name: string; memberName: string }) => api.post<Session>("/api/companies", body),
    onSuccess: () => enter(),
  });
}

function notRefused(failures: number, error: unknown) {
  return failures < 2 && !(error instanceof Problem && error.status >= 400 && error.status < 500);
}

/** "Chrome · Windows": enough for a person to recognise the device in their list. */
export function deviceName(agent = navigator.userAgent): string {
  const browser = /Edg\//.test(agent)
    ? "Edge"
    : /Firefox\//.test(agent)
      ? "Firefox"
      : /Chrome\//.test(agent)
        ? "Chrome"
        : /Safari\//.test(agent)
          ? "Safari"
          : "Browser";
  const system =
    /iPhone|iPad/.exec(agent)?.[0] ??
    (/Android/.test(agent)
      ? "Android"
      : /Windows/.test(agent)
        ? "Windows"
        : /Mac OS/.test(agent)
          ? "macOS"
          : /Linux/.test(agent)
            ? "Linux"
            : "");
  return system === "" ? browser : `${browser} · ${system}`;
}
