import { FolderOpenOutlined } from "@ant-design/icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Input, Segmented } from "antd";
import { useState } from "react";
import type { ArchiveSelf } from "@/api/guard-types";
import { useSession } from "@/api/session";
import { dayStart } from "@/lib/days";
import { useText } from "@/lib/i18n";
import { day } from "@/lib/times";
import { DayField } from "@/ui/day-field";
import { EmptyState } from "@/ui/empty-state";
import { PersonChip } from "@/ui/filter-chip";
import { MoreButton } from "@/ui/more-button";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import { ArchiveReader, TimesLine, titleOf } from "./archive-reader";
import { ArchiveSaid } from "./archive-said";
import css from "./guard.module.css";
import { searchQuery, type ThreadFilter, threadsQuery } from "./use-guard";

interface Props {
  self: ArchiveSelf;
  thread: number | null;
  onOpen: (thread: number | null) => void;
}

/** What is archived of the reader's own chats; for auditors the archive itself. */
export function ArchivePart({ self, thread, onOpen }: Props) {
  const { t, locale } = useText();
  return (
    <>
      <p className={css.lead}>
        {self.since ? t("guard.archive.self", { date: day(self.since, locale) }) : t("guard.archive.selfOff")}{" "}
        {self.recalledKept && t("guard.archive.selfKept")}
      </p>
      {!self.auditor && <p className={css.lead}>{t("guard.archive.onlyAuditors")}</p>}
      {self.auditor && thread === null && <Finder onOpen={onOpen} />}
      {self.auditor && thread !== null && <ArchiveReader key={thread} id={thread} onBack={() => onOpen(null)} />}
    </>
  );
}

function Finder({ onOpen }: { onOpen: (thread: number) => void }) {
  const { t } = useText();
  const { zone } = useSession().org;
  const [member, setMember] = useState<number | null>(null);
  const [from, setFrom] = useState("");
  const [until, setUntil] = useState("");
  const [words, setWords] = useState("");
  const [groups, setGroups] = useState(false);
  const filter = { groups, member, since: dayStart(from, zone), until: dayStart(until, zone, 1) };
  return (
    <>
      <p className={css.small}>{t("guard.archive.audited")}</p>
      <div className={css.bar}>
        <Segmented<boolean>
          aria-label={t("guard.archive.kind")}
          value={groups}
          onChange={setGroups}
          options={[
            { value: false, label: t("guard.archive.single") },
            { value: true, label: t("guard.archive.groups") },
          ]}
        />
        <Input.Search
          style={{ width: 280 }}
          allowClear
          maxLength={100}
          aria-label={t("guard.archive.searchLabel")}
          placeholder={t("guard.archive.search")}
          onSearch={(text) => setWords(text.trim())}
        />
        <PersonChip label={t("guard.filter.member")} value={member} onChange={setMember} />
        <DayField label={t("guard.filter.since")} value={from} onChange={setFrom} />
        <DayField label={t("guard.filter.until")} value={until} onChange={setUntil} />
      </div>
      {words === "" ? (
        <Threads filter={filter} onOpen={onOpen} />
      ) : (
        <Found words={words} filter={filter} onOpen={onOpen} />
      )}
    </>
  );
}

function Threads({ filter, onOpen }: { filter: ThreadFilter; onOpen: (thread: number) => void }) {
  const { t } = useText();
  const pages = useInfiniteQuery(threadsQuery(filter));
  const threads = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section aria-label={t("guard.archive.threads")}>
      <ProblemNote problem={pages.error} />
      {pages.isPending && <RowSkeletons label={t("guard.loading")} />}
      {pages.data && threads.length === 0 && (
        <EmptyState icon={<FolderOpenOutlined />} title={t("guard.archive.none")} text={t("guard.archive.noneText")} />
      )}
      <ul className={css.rows}>
        {threads.map((thread) => (
          <li key={thread.conversationId} className={css.row}>
            <span className={css.words}>
              <span className={css.name}>{titleOf(thread)}</span>
              <span className={css.small}>{thread.members.map(({ name }) => name).join(t("guard.comma"))}</span>
              <TimesLine thread={thread} />
            </span>
            <Button
              aria-label={t(thread.customer ? "guard.archive.open" : "guard.archive.openGroup", {
                name: titleOf(thread),
              })}
              onClick={() => onOpen(thread.conversationId)}
            >
              {t("guard.archive.read")}
            </Button>
          </li>
        ))}
      </ul>
      <MoreButton pages={pages} />
    </section>
  );
}

interface FoundProps {
  words: string;
  filter: ThreadFilter;
  onOpen: (thread: number) => void;
}

function Found({ words, filter, onOpen }: FoundProps) {
  const { t } = useText();
  const pages = useInfiniteQuery(searchQuery(words, filter));
  const said = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section aria-label={t("guard.archive.searchLabel")}>
      <ProblemNote problem={pages.error} />
      {pages.isPending && <RowSkeletons label={t("guard.loading")} />}
      {pages.data && said.length === 0 && !pages.hasNextPage && (
        <p className={css.quiet}>{t("guard.archive.nothing")}</p>
      )}
      <ul className={css.rows}>
        {said.map((message) => (
          <li key={`${message.conversationId}-${message.seq}`} className={css.row}>
            <ArchiveSaid message={message} />
            <Button onClick={() => onOpen(message.conversationId)}>{t("guard.archive.read")}</Button>
          </li>
        ))}
      </ul>
      <MoreButton pages={pages} />
    </section>
  );
}
