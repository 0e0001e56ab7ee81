import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { directoryKey, endless, memberQuery } from "@/api/directory";
import { api } from "@/api/http";
import type { Member, MemberState } from "@/api/types";

export interface MemberFilter {
  state: MemberState | null;
  department: number | null;
  q: string;
}

export interface Place {
  id: number;
  title: string | null;
  leader: boolean;
  main: boolean;
}

/** What is missing becomes empty on the server, so a form sends all of it. */
export interface MemberBody {
  name: string;
  alias: string;
  number: string;
  phone: string | null;
  email: string | null;
  title: string;
  workPlace: string;
  departments: Place[];
}

export type GrantLevel = "NONE" | "SUB_ADMIN" | "ADMIN";

export interface Rights {
  grant: GrantLevel;
  owner: boolean;
  departmentIds: number[];
}

export interface OneTimeLink {
  path: string;
  expiresAt: string;
}

export function membersQuery({ state, department, q }: MemberFilter) {
  const query = { state, departmentId: department, q: q.trim() };
  return endless<Member>([...directoryKey, "members", query], "/api/members", query);
}

export function rightsQuery(id: number) {
  return queryOptions({
    queryKey: [...directoryKey, "rights", id],
    queryFn: () => api.get<Rights>(`/api/members/${id}/grant`),
  });
}

export function useSaveMember(id: number | null) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: MemberBody) =>
      id === null ? api.post<Member>("/api/members", body) : api.put<Member>(`/api/members/${id}`, body),
    onSuccess: (member) => refresh(cache, member),
  });
}

export function useSetState(id: number) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (state: MemberState) => api.put<Member>(`/api/members/${id}/state`, { state }),
    onSuccess: (member) => refresh(cache, member),
  });
}

export function useSetRights(id: number) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: { grant: GrantLevel; departmentIds: number[] }) =>
      api.put<Rights>(`/api/members/${id}/grant`, body),
    onSuccess: () => cache.invalidateQueries({ queryKey: directoryKey }),
  });
}

export function useResetLink(id: number) {
  return useMutation({ mutationFn: () => api.post<OneTimeLink>(`/api/members/${id}/reset-link`) });
}

function refresh(cache: ReturnType<typeof useQueryClient>, member: Member) {
  cache.setQueryData(memberQuery(member.id).queryKey, member);
  return cache.invalidateQueries({ queryKey: directoryKey });
}
