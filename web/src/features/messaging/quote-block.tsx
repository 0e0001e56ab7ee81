import { nameOf, usePerson } from "@/api/people";
import type { Quote } from "@/api/types";
import { useText } from "@/lib/i18n";
import css from "./message.module.css";

interface Props {
  quote: Quote;
  me: number;
  onOpen?: (seq: number) => void;
}

/** What a message answers to, above its own text; a click leads there. */
export function QuoteBlock({ quote, me, onOpen }: Props) {
  const { t } = useText();
  const sender = usePerson(quote.sender);
  const name = quote.sender === me ? t("messaging.you") : nameOf(sender);
  const marks = { IMAGE: t("messaging.imageMark"), FILE: t("messaging.fileMark", { name: quote.excerpt ?? "" }) };
  const text =
    quote.excerpt === null
      ? t("messaging.quoteGone")
      : quote.kind === "TEXT" || quote.kind === "CARD"
        ? quote.excerpt
        : marks[quote.kind];
  const body = (
    <>
      <span className={css.quoteName}>{name.charAt(0).toUpperCase() + name.slice(1)}</span>
      <span className={css.quoteText}>{text}</span>
    </>
  );
  if (!onOpen) return <div className={css.quote}>{body}</div>;
  return (
    <button
      type="button"
      className={css.quote}
      title={t("messaging.message.toQuote")}
      onClick={() => onOpen(quote.seq)}
    >
      {body}
    </button>
  );
}
