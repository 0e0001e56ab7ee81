import { useCallback, useEffect, useState } from "react";
import type { VisitGroup, VisitGroupPerson } from "@/api/visit-types";
import css from "./chat.module.css";
import { Face } from "./face";
import own from "./group.module.css";
import { pageOfPeople, useFace } from "./group-people";
import { refreshGroups } from "./groups";
import { guestApi } from "./guest-api";
import { OwnSheet } from "./own-sheet";
import { type Complaint, EndSheet, NameSheet, NoticeSheet } from "./own-sheets";
import { Sheet } from "./sheet";
import { useVisit } from "./store";
import { TellingSheet } from "./telling-sheet";
import { ThreadsSheet } from "./threads-sheet";
import { useAttempt } from "./use-attempt";
import shared from "./visit.module.css";
import { switchLocale, useWords } from "./words";

export type GroupSheet =
  | "menu"
  | "members"
  | "notice"
  | "threads"
  | "verify"
  | "name"
  | "push"
  | "telling"
  | "mass"
  | "agreement"
  | "privacy"
  | "report"
  | "leave";

interface Props {
  sheet: GroupSheet;
  group: VisitGroup;
  several: boolean;
  onSheet: (sheet: GroupSheet | null) => void;
}

/** What opens over a group's chat, one at a time. */
export function GroupSheets({ sheet, group, several, onSheet }: Props) {
  const { t } = useWords();
  const me = useVisit((store) => store.me);
  const close = () => onSheet(null);
  if (!me) return null;
  switch (sheet) {
    case "menu":
      return <MenuSheet group={group} several={several} onSheet={onSheet} />;
    case "members":
      return <MembersSheet group={group} onClose={close} />;
    case "notice":
      return (
        <Sheet title={t("group.notice.title")} onClose={close}>
          <p className={own.text}>{group.notice}</p>
        </Sheet>
      );
    case "threads":
      return <ThreadsSheet onClose={close} />;
    case "name":
      return <NameSheet me={me} onClose={close} />;
    case "agreement":
      return <NoticeSheet me={me} onClose={close} />;
    case "telling":
      return <TellingSheet group={group} onPush={() => onSheet("push")} onClose={close} />;
    case "mass":
    case "privacy":
    case "push":
    case "verify":
      return <OwnSheet sheet={sheet} me={me} onVerify={() => onSheet("verify")} onClose={close} />;
    case "report":
      return <ReportSheet group={group} company={me.company.name} onClose={close} />;
    default:
      return <LeaveSheet group={group} onClose={close} />;
  }
}

function MenuSheet({ group, several, onSheet }: Omit<Props, "sheet">) {
  const { t } = useWords();
  const entries: [GroupSheet, string][] = [
    ["members", t("group.members.title")],
    ...(group.notice ? [["notice", t("group.notice.title")] as [GroupSheet, string]] : []),
    ...(several ? [["threads", t("menu.threads")] as [GroupSheet, string]] : []),
    ["verify", t("menu.verify")],
    ["name", t("menu.name")],
    ["telling", t("menu.push")],
    ["mass", t("menu.mass")],
    ["agreement", t("menu.notice")],
    ["privacy", t("menu.privacy")],
  ];
  const leaving: [GroupSheet, string][] = [
    ["report", t("menu.report")],
    ["leave", t("group.leave.do")],
  ];
  return (
    <Sheet title={t("chat.menu")} onClose={() => onSheet(null)}>
      <ul className={css.menu}>
        {entries.map(([name, label]) => (
          <li key={name}>
            <button type="button" onClick={() => onSheet(name)}>
              {label}
            </button>
          </li>
        ))}
        <li>
          <button type="button" aria-label={t("switchTo")} onClick={switchLocale}>
            {t("other")}
          </button>
        </li>
        {leaving.map(([name, label]) => (
          <li key={name}>
            <button type="button" className={css.loss} onClick={() => onSheet(name)}>
              {label}
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

/** Who sits here: a name and a face of everybody, and nothing more. */
function MembersSheet({ group, onClose }: { group: VisitGroup; onClose: () => void }) {
  const { t } = useWords();
  const [people, setPeople] = useState<VisitGroupPerson[]>([]);
  const [next, setNext] = useState<string | null>(null);
  const { attempt, busy, alert } = useAttempt();
  const { id } = group;
  const fetchMore = useCallback(
    async (after: string | null) => {
      const page = await pageOfPeople(id, after);
      setPeople((now) => (after === null ? page.items : [...now, ...page.items]));
      setNext(page.next);
    },
    [id],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: fetched once, when it opens
  useEffect(() => void attempt(() => fetchMore(null)), [fetchMore]);
  return (
    <Sheet title={t("group.members.title")} onClose={onClose}>
      <ul className={own.people} aria-busy={busy}>
        {people.map((person) => (
          <Person key={person.id} group={id} person={person} />
        ))}
      </ul>
      {alert}
      {next !== null && (
        <button
          type="button"
          className={shared.plain}
          disabled={busy}
          onClick={() => void attempt(() => fetchMore(next))}
        >
          {t("group.members.more")}
        </button>
      )}
    </Sheet>
  );
}

function Person({ group, person: { id, name, staff, owner } }: { group: number; person: VisitGroupPerson }) {
  const { t } = useWords();
  const self = useVisit((store) => store.me?.ids.includes(id) ?? false);
  const company = useVisit((store) => store.me?.company.name ?? "");
  const face = useFace(group, id);
  const marks = [self && t("group.members.me"), staff && company, owner && t("group.members.owner")];
  return (
    <li className={own.person}>
      <Face id={id} name={name} avatar={face} size={36} />
      <span className={own.words}>
        <span>{name}</span>
        <span className={own.marks}>{marks.filter(Boolean).join(" · ")}</span>
      </span>
    </li>
  );
}

/** The group's owner and what is wrong are told to the company's administrators; the customer is out of it. */
function ReportSheet({ group, company, onClose }: { group: VisitGroup; company: string; onClose: () => void }) {
  const { t } = useWords();
  const send = async (complaint: Complaint | null) => {
    await guestApi.post(`/api/visit/groups/${group.id}/report`, complaint);
    await refreshGroups();
  };
  return (
    <EndSheet
      title={t("group.report.title", { title: group.title })}
      text={t("group.report.text", { company })}
      action={t("group.report.do")}
      report
      send={send}
      onClose={onClose}
    />
  );
}

function LeaveSheet({ group, onClose }: { group: VisitGroup; onClose: () => void }) {
  const { t } = useWords();
  const { attempt, busy, alert } = useAttempt();
  const leave = async () => {
    await guestApi.delete(`/api/visit/groups/${group.id}/me`);
    await refreshGroups();
    onClose();
  };
  return (
    <Sheet title={t("group.leave.title", { title: group.title })} onClose={onClose}>
      <p className={shared.quiet}>{t("group.leave.text")}</p>
      {alert}
      <div className={shared.actions}>
        <button type="button" className={shared.plain} onClick={onClose}>
          {t("cancel")}
        </button>
        <button type="button" className={shared.danger} disabled={busy} onClick={() => void attempt(leave)}>
          {t("group.leave.do")}
        </button>
      </div>
    </Sheet>
  );
}
