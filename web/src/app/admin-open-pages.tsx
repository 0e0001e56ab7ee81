import { ApiKeysPage } from "@/features/admin-open/api-keys-page";
import { WebhooksPage } from "@/features/admin-open/webhooks-page";
import { Allowed } from "./admin-shell";

/** Pages about other systems; loaded by who opens one of them. */
export function Webhooks() {
  return (
    <Allowed place="webhooks">
      <WebhooksPage />
    </Allowed>
  );
}

export function ApiKeys() {
  return (
    <Allowed place="api-keys">
      <ApiKeysPage />
    </Allowed>
  );
}
