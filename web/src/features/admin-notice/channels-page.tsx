import { useQuery } from "@tanstack/react-query";
import { useText } from "@/lib/i18n";
import { PageHead } from "@/ui/page-head";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import { AppCard, ChannelCard } from "./channel-card";
import css from "./channels-page.module.css";
import { CHANNELS, channelsQuery } from "./use-notice";

/** By what the company reaches people who do not look at the app, and what is missing for it. */
export function ChannelsPage() {
  const { t } = useText();
  const channels = useQuery(channelsQuery);
  return (
    <div className={css.page}>
      <PageHead title={t("admin.places.channels")} lead={t("notice.channelsLead")} />
      <ProblemNote problem={channels.error} />
      {channels.isPending && <RowSkeletons count={5} label={t("form.loading")} />}
      {channels.data && (
        <ul className={css.cards}>
          <AppCard />
          {CHANNELS.map((channel) => {
            const info = channels.data.find((each) => each.channel === channel);
            return info && <ChannelCard key={channel} info={info} />;
          })}
        </ul>
      )}
    </div>
  );
}
