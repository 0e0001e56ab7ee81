import { useMutation, useQueryClient } from "@tanstack/react-query";
import { directoryKey, endless } from "@/api/directory";
import { api } from "@/api/http";
import type { Card } from "@/api/types";

export interface Invitation {
  id: number;
  path: string;
  departmentId: number | null;
  departmentName: string | null;
  approval: boolean;
  expiresAt: string;
  maxUses: number | null;
  uses: number;
  createdBy: Card | null;
  createdAt: string;
}

export interface InvitationBody {
  departmentId: number | null;
  expiresInHours: number;
  approval: boolean;
  maxUses: number | null;
}

export interface JoinRequest {
  id: number;
  name: string;
  login: string;
  invitationId: number;
  createdAt: string;
}

const invitationsKey = [...directoryKey, "invitations"] as const;
const requestsKey = [...directoryKey, "join-requests"] as const;

export const invitationsQuery = endless<Invitation>(invitationsKey, "/api/invitations");
export const requestsQuery = endless<JoinRequest>(requestsKey, "/api/join-requests");

export function linkOf(invitation: Invitation): string {
  return `${window.location.origin}${invitation.path}`;
}

/** An invitation that can still be used. */
export function isOpen(invitation: Invitation, now = new Date()): boolean {
  const used = invitation.maxUses !== null && invitation.uses >= invitation.maxUses;
  return !used && new Date(invitation.expiresAt) > now;
}

export function useCreateInvitation() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: InvitationBody) => api.post<Invitation>("/api/invitations", body),
    onSuccess: () => cache.invalidateQueries({ queryKey: directoryKey }),
  });
}

export function useRevokeInvitation() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => api.delete(`/api/invitations/${id}`),
    onSuccess: () => cache.invalidateQueries({ queryKey: directoryKey }),
  });
}

export function useDecide() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: { id: number; accept: boolean; departmentId?: number | null }) =>
      api.post(`/api/join-requests/${id}/decision`, body),
    onSettled: () => cache.invalidateQueries({ queryKey: directoryKey }),
  });
}
