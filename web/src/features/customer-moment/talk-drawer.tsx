import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Drawer, Tabs } from "antd";
import { useText } from "@/lib/i18n";
import { dayAndClock } from "@/lib/times";
import { MoreButton } from "@/ui/more-button";
import { ProblemNote } from "@/ui/problem-note";
import { CommentsPart } from "./comments-part";
import css from "./moment.module.css";
import { peopleQuery, postQuery } from "./use-moments";

interface Props {
  id: number;
  author: string;
  mine: boolean;
  onClose: () => void;
}

/** What customers did with a moment: comments to answer, who likes it, who has seen it. */
export function TalkDrawer({ id, author, mine, onClose }: Props) {
  const { t } = useText();
  const post = useQuery(postQuery(id)).data;
  return (
    <Drawer open size={420} title={t("moment.talk.title", { name: author })} onClose={onClose}>
      <Tabs
        items={[
          {
            key: "comments",
            label: t("moment.talk.comments", { count: post?.comments ?? 0 }),
            children: <CommentsPart post={id} author={author} mine={mine} />,
          },
          {
            key: "likes",
            label: t("moment.talk.likes", { count: post?.likes ?? 0 }),
            children: <People post={id} what="likes" />,
          },
          {
            key: "seen",
            label: t("moment.talk.seen", { count: post?.seen ?? 0 }),
            children: <People post={id} what="seen" />,
          },
        ]}
      />
    </Drawer>
  );
}

function People({ post, what }: { post: number; what: "likes" | "seen" }) {
  const { t, locale } = useText();
  const pages = useInfiniteQuery(peopleQuery(post, what));
  const people = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <ProblemNote problem={pages.error} />
      {pages.data && people.length === 0 && <p className={css.small}>{t("moment.talk.nobody")}</p>}
      <ul className={css.people}>
        {people.map(({ customer, at }) => (
          <li key={customer.id} className={css.person}>
            <Link to="/customers/$customerId" params={{ customerId: String(customer.id) }}>
              {customer.name}
            </Link>
            <span className={css.small}>{dayAndClock(at, locale)}</span>
          </li>
        ))}
      </ul>
      <MoreButton pages={pages} />
    </>
  );
}
