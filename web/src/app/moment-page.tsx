import { useSearch } from "@tanstack/react-router";
import { MomentsPage } from "@/features/customer-moment/moments-page";

export function Moments() {
  const { box } = useSearch({ from: "/shell/area/customers/moments" });
  return <MomentsPage tab={box ?? "MINE"} />;
}
