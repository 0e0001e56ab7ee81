import { useEffect, useRef, useState } from "react";
import { absolute, dayAndClock } from "@/lib/times";
import { Face } from "./face";
import { MomentMedia } from "./moment-media";
import { MomentTalk } from "./moment-talk";
import { useMomentWords } from "./moment-words";
import { setLike, type VisitMoment, watchSeen } from "./moments";
import css from "./moments.module.css";
import { tell, useVisit } from "./store";
import shared from "./visit.module.css";
import { troubleText } from "./words";

export function MomentCard({ moment }: { moment: VisitMoment }) {
  const { m, locale } = useMomentWords();
  const me = useVisit((store) => store.me);
  const card = useRef<HTMLElement>(null);
  const { id, author, text, link, at, open } = moment;
  const avatar = me?.threads.find(({ person }) => person.id === author.id)?.person.avatar ?? null;
  useEffect(() => (card.current ? watchSeen(id, card.current) : undefined), [id]);
  return (
    <article ref={card} className={css.card} aria-label={m("by", { name: author.name })}>
      <header className={css.author}>
        <Face id={author.id} name={author.name} avatar={avatar} size={40} />
        <span>
          <strong>{author.name}</strong>
          <time className={css.time} dateTime={at} title={absolute(at)}>
            {dayAndClock(at, locale)}
          </time>
        </span>
      </header>
      {text && <p className={css.text}>{text}</p>}
      {moment.files.length > 0 && <MomentMedia moment={moment} />}
      {link && (
        <a className={css.link} href={link.url} target="_blank" rel="noopener noreferrer nofollow">
          {link.title}
          <span className={css.time}>{URL.canParse(link.url) ? new URL(link.url).host : ""}</span>
        </a>
      )}
      <Likes moment={moment} />
      <MomentTalk moment={moment} />
      {!open && <p className={shared.quiet}>{m("closedNote", { name: author.name })}</p>}
    </article>
  );
}

function Likes({ moment }: { moment: VisitMoment }) {
  const { m, t } = useMomentWords();
  const [liked, setLiked] = useState(moment.liked);
  const count = moment.likes + (liked ? 1 : 0) - (moment.liked ? 1 : 0);
  const names = [...(liked ? [m("me")] : []), ...moment.likers].join(m("comma"));
  const press = () => {
    setLiked(!liked);
    setLike(moment.id, !liked).catch((error: unknown) => {
      setLiked(liked);
      tell(troubleText(t, error));
    });
  };
  return (
    <p className={css.likes}>
      {moment.open && (
        <button
          type="button"
          className={css.like}
          aria-pressed={liked}
          aria-label={m(liked ? "unlike" : "like")}
          onClick={press}
        >
          <Heart />
        </button>
      )}
      {count > 0 && (
        <span>
          {m("likes", { count })} <span className={shared.quiet}>{names}</span>
        </span>
      )}
    </p>
  );
}

function Heart() {
  return (
    <svg
      width="22"
      height="22"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      aria-hidden="true"
    >
      <path d="M12 20s-7-4.6-8.6-9A4.8 4.8 0 0112 6.6 4.8 4.8 0 0120.6 11C19 15.4 12 20 12 20z" />
    </svg>
  );
}
