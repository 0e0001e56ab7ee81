import type { Card } from "./types";

/** What other systems are told, and with what they call us (docs/open-api.md). */
export interface Webhook {
  id: number;
  name: string;
  url: string;
  topics: string[];
  withValues: boolean;
  intranet: boolean;
  enabled: boolean;
  createdAt: string;
  changedAt: string;
}

export type WebhookBody = Pick<Webhook, "name" | "url" | "topics" | "withValues" | "intranet" | "enabled">;

export interface WebhookCreated {
  webhook: Webhook;
  secret: string;
}

export interface WebhookName {
  id: number;
  name: string;
  enabled: boolean;
}

export type DeliveryState = "QUEUED" | "SENDING" | "DELIVERED" | "DEAD";

export interface WebhookDelivery {
  id: number;
  endpointId: number;
  topic: string;
  eventKey: string;
  state: DeliveryState;
  attempts: number;
  status: number | null;
  failure: string | null;
  createdAt: string;
  dueAt: string;
  endedAt: string | null;
  repeatable: boolean;
}

export type ApiScope = "APPROVALS_START" | "APPROVALS_READ" | "APPROVALS_DECIDE" | "FILES_UPLOAD" | "TASKS_PUSH";

export interface ApiKey {
  id: number;
  name: string;
  scopes: ApiScope[];
  member: Card | null;
  createdBy: Card | null;
  createdAt: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
}

export interface ApiKeyCreated {
  apiKey: ApiKey;
  token: string;
}
