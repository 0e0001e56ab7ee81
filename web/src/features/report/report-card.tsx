import { useQuery } from "@tanstack/react-query";
import { useHint } from "@/api/use-hint";
import { appName } from "@/lib/app-name";
import type { CardViewProps } from "@/lib/card-views";
import { useText } from "@/lib/i18n";
import { type CardButton, CardFrame, FrozenCard } from "@/ui/card-frame";
import { periodText } from "./period-text";
import { titleOf } from "./report-row";
import { headQuery, useLike } from "./use-reports";

/** A report in a conversation: what it says in short, as it is now, and a like with one tap. */
export function ReportCard({ card }: CardViewProps) {
  const { t, locale } = useText();
  const { data: head, refetch } = useQuery(headQuery(card.id));
  const like = useLike(card.id);
  useHint("report", card.id, () => void refetch());
  if (!head) return <FrozenCard card={card} />;
  const button: CardButton = {
    label: head.likes > 0 ? t("report.reactions.likes", { count: head.likes }) : t("report.reactions.like"),
    primary: head.liked,
    busy: like.isPending,
    onClick: () => like.mutate(!head.liked),
  };
  const standing = head.withdrawn ? "withdrawn" : head.late ? "late" : head.editedAt ? "edited" : null;
  return (
    <CardFrame
      tone={head.withdrawn ? "over" : head.late ? "bad" : "good"}
      app={appName(card.type, card.type)}
      status={standing ? t(`report.card.${standing}`) : periodText(head, locale)}
      title={titleOf(head, t)}
      lines={head.summary.map(({ label, text }) => [label, text] as const)}
      link={card.link}
      buttons={head.withdrawn ? [] : [button]}
    />
  );
}
