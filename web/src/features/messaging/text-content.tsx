import { Fragment } from "react";
import { usePeople } from "@/api/people";
import { pieces } from "@/lib/text-pieces";
import css from "./message.module.css";

interface Props {
  text: string;
  mentions: number[];
  mentionAll: boolean;
  me: number;
}

/** A message's text with its links and the names that it mentions. */
export function TextContent({ text, mentions, mentionAll, me }: Props) {
  const cards = usePeople((store) => store.cards);
  const names = mentions.flatMap((id) => {
    const card = cards[id];
    return card ? [{ name: card.alias || card.name, me: id === me }] : [];
  });
  return (
    <span className={css.text}>
      {pieces(text, names, mentionAll).map((piece) => {
        if (piece.kind === "link") {
          return (
            <a key={piece.from} href={piece.href} target="_blank" rel="noopener noreferrer">
              {piece.text}
            </a>
          );
        }
        if (piece.kind === "mention") {
          return (
            <span key={piece.from} className={piece.me ? css.mentionMe : css.mention}>
              {piece.text}
            </span>
          );
        }
        return <Fragment key={piece.from}>{piece.text}</Fragment>;
      })}
    </span>
  );
}
