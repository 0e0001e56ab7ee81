import { useSearch } from "@tanstack/react-router";
import { PrivacyPage } from "@/features/customer-privacy/privacy-page";

export function Privacy() {
  const { tab } = useSearch({ from: "/shell/area/customers/privacy" });
  return <PrivacyPage tab={tab} />;
}
