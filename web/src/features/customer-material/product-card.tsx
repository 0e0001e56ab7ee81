import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useHint } from "@/api/use-hint";
import { appName } from "@/lib/app-name";
import type { CardViewProps } from "@/lib/card-views";
import { useText } from "@/lib/i18n";
import { dayAndClock } from "@/lib/times";
import { CardFrame, FrozenCard } from "@/ui/card-frame";
import css from "./material.module.css";
import { ProductPicture } from "./product-picture";
import { inChatQuery } from "./use-products";

/** A product in a conversation: as it was shown, with its picture now, and whether the customer has looked. */
export function ProductCard({ card }: CardViewProps) {
  const { t, locale } = useText();
  const conversation = Number(useParams({ strict: false }).conversationId ?? 0);
  const { data, refetch } = useQuery({ ...inChatQuery(card.id, conversation), enabled: conversation > 0 });
  useHint("product", card.id, () => void refetch());
  if (!data) return <FrozenCard card={card} />;
  const { place, product } = data;
  const opened = place !== null && place.opens > 0 && place.lastOpenedAt !== null;
  return (
    <CardFrame
      tone={product.onSale ? (opened ? "good" : "running") : "over"}
      app={appName(card.type, card.type)}
      status={
        product.onSale
          ? opened
            ? t("material.card.opened", { count: place.opens, time: dayAndClock(place.lastOpenedAt ?? "", locale) })
            : undefined
          : t("material.products.off")
      }
      title={card.title}
      lines={card.lines}
      link={card.link}
    >
      {product.pictures.length > 0 && (
        <span className={css.cardPicture}>
          <ProductPicture product={product} size={120} />
        </span>
      )}
    </CardFrame>
  );
}
