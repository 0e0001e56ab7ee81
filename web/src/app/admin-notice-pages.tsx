import { DingPage, isDingTab } from "@/features/admin-ding/ding-page";
import { ChannelsPage } from "@/features/admin-notice/channels-page";
import { orderFilter, SentPage } from "@/features/admin-notice/sent-page";
import { SimulationPage } from "@/features/admin-notice/simulation-page";
import { TellPage } from "@/features/admin-tell/tell-page";
import { useAdminSearch } from "@/ui/admin-address";
import { Allowed } from "./admin-shell";

/** Pages about reaching people outside the app; loaded by who opens one of them. */
export function Channels() {
  return (
    <Allowed place="channels">
      <ChannelsPage />
    </Allowed>
  );
}

export function Notices() {
  return (
    <Allowed place="notices">
      <TellPage />
    </Allowed>
  );
}

export function Simulation() {
  return (
    <Allowed place="simulation">
      <SimulationPage />
    </Allowed>
  );
}

export function Ding() {
  const { tab } = useAdminSearch();
  return (
    <Allowed place="ding">
      <DingPage tab={isDingTab(tab) ? tab : "settings"} />
    </Allowed>
  );
}

export function Sent() {
  const { state, channel } = useAdminSearch();
  return (
    <Allowed place="sent">
      <SentPage filter={orderFilter(state, channel)} />
    </Allowed>
  );
}
