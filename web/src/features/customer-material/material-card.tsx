import { useQuery } from "@tanstack/react-query";
import { useHint } from "@/api/use-hint";
import type { CardViewProps } from "@/lib/card-views";
import { useText } from "@/lib/i18n";
import { dayAndClock } from "@/lib/times";
import { CardFrame, FrozenCard } from "@/ui/card-frame";
import css from "./material.module.css";
import { sendQuery } from "./use-materials";

/** A link or an article in a conversation, and whether the customer has opened it. */
export function MaterialCard({ card }: CardViewProps) {
  const { t, locale } = useText();
  const { data, refetch } = useQuery(sendQuery(card.id));
  useHint("material", card.id, () => void refetch());
  if (!data) return <FrozenCard card={card} />;
  const opened = data.opens > 0 && data.lastOpenedAt !== null;
  return (
    <CardFrame
      tone={opened ? "good" : "running"}
      app={t(`material.library.kinds.${data.kind}`)}
      status={
        opened
          ? t("material.card.opened", { count: data.opens, time: dayAndClock(data.lastOpenedAt ?? "", locale) })
          : t("material.radar.unopened")
      }
      title={card.title}
      lines={card.lines}
      link={card.link}
    >
      {data.seconds > 0 && <span className={css.small}>{t("material.card.read", { count: data.seconds })}</span>}
    </CardFrame>
  );
}
