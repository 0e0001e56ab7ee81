import { App, Button, Popconfirm } from "antd";
import type { MomentPost, MomentState } from "@/api/moment-types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { dayAndClock } from "@/lib/times";
import { Avatar } from "@/ui/avatar";
import { ProblemNote } from "@/ui/problem-note";
import { StateTag, type Tone } from "@/ui/state-tag";
import { ChoiceLine, ContentView } from "./content-view";
import css from "./moment.module.css";
import { useWithdrawPost } from "./use-moments";

export const TONES: Record<MomentState, Tone> = {
  WAITING: "warn",
  SENDING: "busy",
  PUBLISHED: "good",
  WITHDRAWN: "quiet",
};

/** One employee's moment: what customers see, and what they did. */
export function PostCard({ post, onOpen }: { post: MomentPost; onOpen: () => void }) {
  const { t, locale } = useText();
  const { message } = App.useApp();
  const withdraw = useWithdrawPost();
  const { author, kind, state } = post;
  const takeBack = () =>
    follow(withdraw.mutateAsync(post.id), { onSuccess: () => void message.success(t("moment.withdrawn")) });
  const when = dayAndClock(post.publishedAt ?? post.publishAt, locale);
  return (
    <article className={css.card} aria-label={t("moment.of", { name: author.name, when })}>
      <header className={css.cardHead}>
        <Avatar person={author} size={36} />
        <span className={css.words}>
          <span className={css.name}>{author.name}</span>
          <span className={css.small}>
            {t(`moment.kind.${kind}`)} · {state === "WAITING" ? t("moment.planned", { when }) : when}
          </span>
        </span>
        <StateTag tone={TONES[state]}>{t(`moment.state.${state}`)}</StateTag>
      </header>
      <ContentView moment={post.momentId} content={post.content} />
      <ChoiceLine choice={post.choice} />
      <ProblemNote problem={withdraw.error} />
      <footer className={css.cardFoot}>
        {state !== "WAITING" && (
          <Button size="small" onClick={onOpen}>
            {t("moment.numbers", {
              seen: post.seen,
              reached: post.reached,
              likes: post.likes,
              comments: post.comments,
            })}
          </Button>
        )}
        {post.mayWithdraw && (
          <Popconfirm
            title={t("moment.withdrawAsk")}
            okText={t("moment.withdraw")}
            cancelText={t("moment.keep")}
            onConfirm={takeBack}
          >
            <Button size="small" type="text" loading={withdraw.isPending}>
              {t("moment.withdraw")}
            </Button>
          </Popconfirm>
        )}
      </footer>
    </article>
  );
}
