import { useEffect, useState } from "react";
import type { CardSummary } from "@/api/types";
import type { VisitProduct } from "@/api/visit-types";
import { askIn, askLater } from "./asks";
import css from "./goods.module.css";
import { useGoodsWords } from "./goods-words";
import { guestApi } from "./guest-api";
import { MaterialSheet } from "./material-sheet";
import { ProductSheet } from "./product-sheet";
import { tell } from "./store";

interface Props {
  card: CardSummary;
  conversation: number;
}

/** A product, link or article that stands in the thread: what it said when it was sent, and what it is now behind it. */
export default function SentCard(props: Props) {
  return props.card.type === "product" ? <SentProduct {...props} /> : <SentMaterial {...props} />;
}

const known = new Map<number, Promise<VisitProduct>>();

/** Asked for once; a thread may show it many times. */
function product(id: number): Promise<VisitProduct> {
  const coming = known.get(id) ?? guestApi.get<VisitProduct>(`/api/visit/products/${id}`);
  known.set(id, coming);
  coming.catch(() => known.delete(id));
  return coming;
}

function SentProduct({ card, conversation }: Props) {
  const { t } = useGoodsWords();
  const [now, setNow] = useState<VisitProduct | null>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    product(card.id).then(setNow, () => undefined); // taken away or offline: the words stay
  }, [card.id]);
  const look = () =>
    guestApi.post<VisitProduct>(`/api/visit/products/${card.id}/opens`, { conversationId: conversation });
  const ask = () => {
    setOpen(false);
    askLater(card.id);
    void askIn(conversation).then((done) => done && tell(t("asked")));
  };
  const bare = { id: card.id, name: card.title, number: "", price: null, description: "", link: "", pictures: [] };
  return (
    <>
      <CardButton card={card} sort={t("product")} cover={now?.pictures[0]} onOpen={() => setOpen(true)} />
      {open && <ProductSheet first={now ?? bare} look={look} onAsk={ask} onClose={() => setOpen(false)} />}
    </>
  );
}

function SentMaterial({ card }: Props) {
  const [open, setOpen] = useState(false);
  const [sort = "", about = ""] = card.lines[0] ?? [];
  return (
    <>
      <CardButton card={{ ...card, lines: [["", about]] }} sort={sort} onOpen={() => setOpen(true)} />
      {open && <MaterialSheet send={card.id} title={card.title} onClose={() => setOpen(false)} />}
    </>
  );
}

interface ButtonProps {
  card: CardSummary;
  sort: string;
  cover?: string | undefined;
  onOpen: () => void;
}

function CardButton({ card, sort, cover, onOpen }: ButtonProps) {
  return (
    <button type="button" className={css.card} onClick={onOpen}>
      {cover && <img className={css.cardCover} src={cover} alt="" decoding="async" />}
      <span className={css.cardWords}>
        <span className={css.small}>{sort}</span>
        <strong className={css.name}>{card.title}</strong>
        {card.lines.map(([label, value]) => (
          <span key={label} className={css.small}>
            {label} {value}
          </span>
        ))}
      </span>
    </button>
  );
}
