import { type FormEvent, useRef, useState } from "react";
import { Problem } from "@/api/http";
import { randomKey } from "@/lib/keys";
import { isMomentWord, useMomentWords } from "./moment-words";
import { addComment, commentPage, deleteComment, type VisitComment, type VisitMoment } from "./moments";
import css from "./moments.module.css";
import shared from "./visit.module.css";
import { troubleText } from "./words";

/** What was said under a moment, and what the customer says. */
export function MomentTalk({ moment }: { moment: VisitMoment }) {
  const { m, t } = useMomentWords();
  /** All from the beginning, once somebody asked for them; before, the last ones that came with the feed. */
  const [all, setAll] = useState<VisitComment[] | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const [own, setOwn] = useState<VisitComment[]>([]);
  const [gone, setGone] = useState<ReadonlySet<number>>(new Set());
  const [wrong, setWrong] = useState<string | null>(null);
  const known = all ?? moment.comments;
  const asked = useRef(0);
  // What the feed brought since, once the end of them all has been reached.
  const fresh = all !== null && next === null ? moment.comments : [];
  const comments = known.concat([...fresh, ...own].filter(firstOfItsId(known)));
  const attempt = async (act: () => Promise<void>) => {
    try {
      await act();
      setWrong(null);
      return true;
    } catch (error) {
      const word = error instanceof Problem ? error.code.replace("moment.", "") : "";
      setWrong(isMomentWord(word) ? m(word) : troubleText(t, error));
      return false;
    }
  };
  const bring = (after: string | null) =>
    attempt(async () => {
      const mine = ++asked.current;
      const page = await commentPage(moment.id, after);
      if (mine !== asked.current) return; // pressed twice
      setAll((before) => (after === null ? page.items : [...(before ?? []), ...page.items]));
      setNext(page.next);
    });
  const remove = (id: number) => attempt(() => deleteComment(id).then(() => setGone(new Set([...gone, id]))));
  const say = (text: string, key: string) =>
    attempt(async () => {
      const said = await addComment(moment.id, text, key);
      setOwn((before) => [...before, said]);
    });
  const earlier = all === null ? moment.moreComments : next !== null;
  return (
    <section className={css.talk} aria-label={m("comments")}>
      {all === null && earlier && (
        <button type="button" className={shared.link} onClick={() => void bring(null)}>
          {m("allComments")}
        </button>
      )}
      <ul>
        {comments
          .filter(({ id }) => !gone.has(id))
          .map((comment) => (
            <li key={comment.id} className={css.comment}>
              <span>
                <strong>{comment.by === "ME" ? m("me") : comment.name}</strong> {comment.text}
              </span>
              {comment.by === "ME" && (
                <button type="button" className={shared.link} onClick={() => void remove(comment.id)}>
                  {m("delete")}
                </button>
              )}
            </li>
          ))}
      </ul>
      {all !== null && earlier && (
        <button type="button" className={shared.link} onClick={() => void bring(next)}>
          {m("moreComments")}
        </button>
      )}
      {wrong && (
        <p role="alert" className={shared.wrong}>
          {wrong}
        </p>
      )}
      {moment.open && <SayForm onSay={say} />}
    </section>
  );
}

/** Keeps what is not among the known ones, and of the rest each once. */
function firstOfItsId(known: VisitComment[]) {
  const met = new Set(known.map(({ id }) => id));
  return ({ id }: VisitComment) => !met.has(id) && met.add(id);
}

function SayForm({ onSay }: { onSay: (text: string, key: string) => Promise<boolean> }) {
  const { m } = useMomentWords();
  const [text, setText] = useState("");
  const [key, setKey] = useState(randomKey);
  const [busy, setBusy] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    void onSay(text, key).then((said) => {
      setBusy(false);
      if (!said) return; // the words stay for another try
      setText("");
      setKey(randomKey());
    });
  };
  return (
    <form className={css.say} onSubmit={submit}>
      <input
        aria-label={m("write")}
        placeholder={m("write")}
        maxLength={500}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit" className={shared.link} disabled={busy || text.trim() === ""}>
        {m("send")}
      </button>
    </form>
  );
}
