import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useHint } from "@/api/use-hint";
import { appName } from "@/lib/app-name";
import type { CardViewProps } from "@/lib/card-views";
import { useText } from "@/lib/i18n";
import { dayAndClock } from "@/lib/times";
import { type CardButton, CardFrame, FrozenCard } from "@/ui/card-frame";
import { cardTone, ON_CARD, standingOf } from "./standing";
import { taskQuery, useAnswer } from "./use-foreign-tasks";

/** A task of another system in the conversation with the inbox: how it stands now, and the answer when two buttons are enough. */
export function ForeignTaskCard({ card }: CardViewProps) {
  const { t, locale } = useText();
  const navigate = useNavigate();
  const { data, refetch } = useQuery(taskQuery(card.id));
  const { send, busy } = useAnswer(card.id);
  useHint(card.type, card.id, () => void refetch());
  if (!data) return <FrozenCard card={card} />;
  const { task } = data;
  const standing = standingOf(task, new Date());
  const buttons: CardButton[] = [];
  if (task.state === "OPEN" && task.answers.length > 0 && task.answers.length <= ON_CARD) {
    for (const [index, { key, label }] of task.answers.entries()) {
      buttons.unshift({
        label,
        primary: index === 0,
        busy: busy === key,
        disabled: busy !== null && busy !== key,
        onClick: () => send({ answer: key, version: task.version, text: null }),
      });
    }
  } else if (task.state === "OPEN" && task.answers.length === 0 && task.link !== null) {
    const { link } = task;
    buttons.push({
      label: t("foreign.open", { system: task.system.name }),
      onClick: () => void window.open(link, "_blank", "noopener,noreferrer"),
    });
  } else if (task.state === "OPEN") {
    buttons.push({ label: t("foreign.look"), onClick: () => void navigate({ href: card.link }) });
  }
  const due: [string, string][] = task.dueAt ? [[t("foreign.dueLabel"), dayAndClock(task.dueAt, locale)]] : [];
  return (
    <CardFrame
      tone={cardTone(standing)}
      app={`${appName(card.type, card.type)} · ${task.system.name}`}
      status={
        standing === "ANSWERED"
          ? t("foreign.states.ANSWERED", { answer: task.answered?.answer ?? "" })
          : t(`foreign.states.${standing}`)
      }
      title={task.title}
      lines={[...due, ...task.facts.map(({ label, value }) => [label, value] as const)]}
      link={card.link}
      buttons={buttons}
    />
  );
}
