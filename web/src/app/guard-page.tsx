import { useSearch } from "@tanstack/react-router";
import { GuardPage } from "@/features/customer-guard/guard-page";

export function Guard() {
  const { tab, thread } = useSearch({ from: "/shell/area/customers/guard" });
  return <GuardPage tab={tab ?? null} thread={thread ?? null} />;
}
