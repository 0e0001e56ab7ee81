import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState } from "react";
import { api } from "@/api/http";
import { nameOf } from "@/api/people";
import { useSession } from "@/api/session";
import type { Conversation, ConversationMember, Page } from "@/api/types";
import { useText } from "@/lib/i18n";
import { Avatar } from "@/ui/avatar";
import css from "./composer.module.css";

export interface Mentioned {
  /** null: everybody. */
  id: number | null;
  name: string;
}

interface Props {
  info: Conversation;
  query: string;
  onChoose: (person: Mentioned) => void;
  onClose: () => void;
}

/** Members to mention, above the text; arrow keys choose, Enter or Tab takes. */
export function MentionPicker({ info, query, onChoose, onClose }: Props) {
  const { t } = useText();
  const me = useSession().member.id;
  const [chosen, setChosen] = useState(0);
  const found = useQuery({
    queryKey: ["conversation-members", info.id, "mention", query],
    queryFn: ({ signal }) =>
      api.get<Page<ConversationMember>>(`/api/conversations/${info.id}/members`, { q: query, limit: 20 }, signal),
    placeholderData: keepPreviousData,
  });
  const everyone = t("messaging.composer.all");
  const mayAll = info.role !== "MEMBER" || !info.settings.mentionAllAdminsOnly;
  const people = (found.data?.items ?? []).filter((each) => each.id !== me);
  const options = [
    ...(mayAll && everyone.startsWith(query) ? [{ id: null, name: everyone, card: null }] : []),
    ...people.map((card) => ({ id: card.id, name: nameOf(card), card })),
  ];
  const at = Math.min(chosen, options.length - 1);

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing) return;
    const option = options[at];
    if (event.key === "Escape") onClose();
    else if (event.key === "ArrowDown" && option) setChosen((at + 1) % options.length);
    else if (event.key === "ArrowUp" && option) setChosen((at + options.length - 1) % options.length);
    else if ((event.key === "Enter" || event.key === "Tab") && option) onChoose(option);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    window.addEventListener("keydown", listener, true);
    return () => window.removeEventListener("keydown", listener, true);
  }, []);
  if (options.length === 0) return null;

  return (
    <div className={css.mentions} role="listbox" aria-label={t("messaging.composer.mention")}>
      {options.map((option, index) => (
        <button
          key={option.id ?? "all"}
          type="button"
          role="option"
          aria-selected={index === at}
          className={css.mentionOption}
          ref={(element) => {
            if (index === at) element?.scrollIntoView({ block: "nearest" });
          }}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoose(option)}
        >
          {option.card ? <Avatar person={option.card} size={28} /> : <span className={css.allMark}>@</span>}
          <span className={css.mentionName}>{option.name}</span>
          <span className={css.mentionHint}>
            {option.card ? option.card.title : t("messaging.composer.allHint", { count: info.memberCount })}
          </span>
        </button>
      ))}
    </div>
  );
}
