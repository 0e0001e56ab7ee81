import { useSearch } from "@tanstack/react-router";
import { RulesPage } from "@/features/customer-care/rules-page";
import { StatisticsPage } from "@/features/customer-care/statistics-page";
import { WaitsPage } from "@/features/customer-care/waits-page";

export function Waiting() {
  const { scope } = useSearch({ from: "/shell/area/customers/waiting" });
  return <WaitsPage scope={scope ?? "MINE"} />;
}

export function WaitingRules() {
  return <RulesPage />;
}

export function CustomerStatistics() {
  const { scope } = useSearch({ from: "/shell/area/customers/statistics" });
  return <StatisticsPage scope={scope ?? "MINE"} />;
}
