import { useSearch } from "@tanstack/react-router";
import { HandoversPage } from "@/features/customer-handover/handovers-page";

export function Handovers() {
  const { tab, leaver } = useSearch({ from: "/shell/area/handovers" });
  return <HandoversPage tab={tab ?? "leavers"} leaver={leaver ?? null} />;
}
