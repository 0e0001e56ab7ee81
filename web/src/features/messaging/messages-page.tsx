import { useText } from "@/lib/i18n";
import { EmptyState } from "@/ui/empty-state";

export function MessagesPage() {
  const { t } = useText();
  return <EmptyState title={t("messaging.empty")} />;
}
