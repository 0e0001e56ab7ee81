import { useQuery } from "@tanstack/react-query";
import { App } from "antd";
import type { Ding } from "@/api/ding-types";
import { useHint } from "@/api/use-hint";
import { appName } from "@/lib/app-name";
import type { CardViewProps } from "@/lib/card-views";
import { follow } from "@/lib/follow";
import { type Translate, useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import { type CardButton, CardFrame, type CardTone, FrozenCard } from "@/ui/card-frame";
import { dingQuery, useConfirm } from "./use-dings";

/** A DING in a conversation: for whom it concerns as it is now, for others as it was when it was shown. */
export function DingCard({ card }: CardViewProps) {
  const { t } = useText();
  const { message } = App.useApp();
  const { data: ding, refetch } = useQuery(dingQuery(card.id));
  const confirm = useConfirm();
  useHint("ding", card.id, () => void refetch());
  if (!ding) return <FrozenCard card={card} />;
  const { tone, status } = standing(ding, t);
  const waits = tone === "mine";
  const buttons: CardButton[] = waits
    ? [
        {
          label: t("ding.detail.confirm"),
          primary: true,
          busy: confirm.isPending,
          onClick: () =>
            follow(confirm.mutateAsync({ ding: ding.id, recipient: null }), {
              onError: (error) => void message.error(problemText(t, error)),
            }),
        },
      ]
    : [];
  return (
    <CardFrame
      tone={tone}
      app={appName(card.type, card.type)}
      status={status}
      title={card.title}
      lines={card.lines}
      link={card.link}
      buttons={buttons}
    />
  );
}

/** What the DING is for this reader now. */
export function standing(ding: Ding, t: Translate): { tone: CardTone; status?: string } {
  const { mine, counts } = ding;
  if (ding.recalledAt) return { tone: "over", status: t("ding.card.recalled") };
  if (mine?.state === "WAITING") return { tone: "mine", status: t("ding.card.waiting") };
  if (mine?.state === "CONFIRMED") return { tone: "good", status: t("ding.card.confirmed") };
  if (!counts) return { tone: "running" };
  const status = t("ding.card.counts", { confirmed: counts.confirmed, total: counts.total });
  return { tone: counts.waiting > 0 ? "running" : "good", status };
}
