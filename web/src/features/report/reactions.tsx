import { EyeOutlined, LikeFilled, LikeOutlined } from "@ant-design/icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { nameOf } from "@/api/people";
import type { ReportHead } from "@/api/report-types";
import { useText } from "@/lib/i18n";
import { ProblemNote } from "@/ui/problem-note";
import { ReadersDialog } from "./readers-dialog";
import css from "./report.module.css";
import { likesQuery, useLike } from "./use-reports";

/** Who likes it and who has read it. */
export function Reactions({ head }: { head: ReportHead }) {
  const { t } = useText();
  const like = useLike(head.id);
  const [readers, setReaders] = useState(false);
  return (
    <section className={css.reactions} aria-label={t("report.reactions.label")}>
      <Button
        icon={head.liked ? <LikeFilled /> : <LikeOutlined />}
        aria-pressed={head.liked}
        loading={like.isPending}
        onClick={() => like.mutate(!head.liked)}
      >
        {head.likes > 0 ? t("report.reactions.likes", { count: head.likes }) : t("report.reactions.like")}
      </Button>
      <Button icon={<EyeOutlined />} onClick={() => setReaders(true)}>
        {t("report.reactions.read", { count: head.read })}
      </Button>
      {head.likes > 0 && <Likers id={head.id} />}
      <ProblemNote problem={like.error} />
      {readers && <ReadersDialog head={head} onClose={() => setReaders(false)} />}
    </section>
  );
}

const NAMED = 10;

function Likers({ id }: { id: number }) {
  const { t } = useText();
  const pages = useInfiniteQuery(likesQuery(id));
  const people = pages.data?.pages.flatMap((page) => page.items) ?? [];
  if (people.length === 0) return null;
  const names = people.slice(0, NAMED).map(nameOf).join(t("report.comma"));
  return (
    <p className={css.likers}>
      {people.length > NAMED || pages.hasNextPage
        ? t("report.reactions.likersMore", { names })
        : t("report.reactions.likers", { names })}
    </p>
  );
}
