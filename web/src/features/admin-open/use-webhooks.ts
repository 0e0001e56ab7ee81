import { queryOptions } from "@tanstack/react-query";
import { endless } from "@/api/directory";
import { api } from "@/api/http";
import type { Webhook, WebhookBody, WebhookCreated, WebhookDelivery } from "@/api/open-types";
import { useChangeBelow } from "@/api/use-change";

/** What approvals, reports and tasks tell; "*" is everything, also what comes later. */
export const TOPICS = [
  "approval.submitted",
  "approval.agreed",
  "approval.refused",
  "approval.returned",
  "approval.revoked",
  "approval.task_opened",
  "approval.task_closed",
  "report.submitted",
  "report.changed",
  "report.commented",
  "report.withdrawn",
  "task.answered",
  "task.assignee_left",
] as const;

const webhooksKey = ["webhooks"] as const;

export const webhooksQuery = queryOptions({
  queryKey: [...webhooksKey, "list"],
  queryFn: () => api.get<Webhook[]>("/api/admin/webhooks"),
});

/** Looks again every few seconds: what is under way ends soon. */
export const deliveriesQuery = (id: number) => ({
  ...endless<WebhookDelivery>([...webhooksKey, "deliveries", id], `/api/admin/webhooks/${id}/deliveries`),
  refetchInterval: 3_000,
});

const useChange = <In, Out = unknown>(change: (input: In) => Promise<Out>) => useChangeBelow(webhooksKey, change);

export const useCreateWebhook = () =>
  useChange((body: WebhookBody) => api.post<WebhookCreated>("/api/admin/webhooks", body));

export const useChangeWebhook = () =>
  useChange(({ id, body }: { id: number; body: WebhookBody }) => api.put<Webhook>(`/api/admin/webhooks/${id}`, body));

export const useRenewSecret = () =>
  useChange((id: number) => api.post<WebhookCreated>(`/api/admin/webhooks/${id}/secret`, {}));

export const useDeleteWebhook = () => useChange((id: number) => api.delete(`/api/admin/webhooks/${id}`));

export const useTestWebhook = () =>
  useChange((id: number) => api.post<WebhookDelivery>(`/api/admin/webhooks/${id}/test`, {}));

export const useRepeat = () =>
  useChange((id: number) => api.post<WebhookDelivery>(`/api/admin/webhook-deliveries/${id}/repeat`, {}));
