import { useMutation } from "@tanstack/react-query";
import { api } from "./http";
import type { Conversation } from "./types";

/** Finds or makes the conversation with somebody; navigate to its address afterwards. */
export function useStartChat(onReady: (address: string) => void) {
  return useMutation({
    mutationFn: (memberId: number) => api.post<Conversation>("/api/conversations", { kind: "DIRECT", memberId }),
    onSuccess: (conversation) => onReady(`/messages/${conversation.id}`),
  });
}
