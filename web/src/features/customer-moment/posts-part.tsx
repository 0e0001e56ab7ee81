import { PictureOutlined } from "@ant-design/icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { MomentPost, MomentScope } from "@/api/moment-types";
import { useText } from "@/lib/i18n";
import { EmptyState } from "@/ui/empty-state";
import { MoreButton } from "@/ui/more-button";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import css from "./moment.module.css";
import { PostCard } from "./post-card";
import { TalkDrawer } from "./talk-drawer";
import { postsQuery } from "./use-moments";

/** Moments as employees show them, newest first. */
export function PostsPart({ scope }: { scope: MomentScope }) {
  const { t } = useText();
  const pages = useInfiniteQuery(postsQuery(scope));
  const [open, setOpen] = useState<MomentPost | null>(null);
  const posts = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section aria-label={t(`moment.tabs.${scope}`)}>
      <ProblemNote problem={pages.error} />
      {pages.isPending && <RowSkeletons label={t("moment.loading")} />}
      {pages.data && posts.length === 0 && (
        <EmptyState
          icon={<PictureOutlined />}
          title={t(`moment.none.${scope}`)}
          text={scope === "MINE" ? t("moment.none.text") : undefined}
        />
      )}
      <ul className={css.list}>
        {posts.map((post) => (
          <li key={post.id}>
            <PostCard post={post} onOpen={() => setOpen(post)} />
          </li>
        ))}
      </ul>
      <MoreButton pages={pages} />
      {open && <TalkDrawer id={open.id} author={open.author.name} mine={open.mine} onClose={() => setOpen(null)} />}
    </section>
  );
}
