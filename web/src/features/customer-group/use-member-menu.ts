import { App, type MenuProps } from "antd";
import type { CustomerGroup, GroupPerson } from "@/api/customer-group-types";
import { api } from "@/api/http";
import { useSession } from "@/api/session";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import { useChange } from "./use-groups";

/** Minutes for which somebody may be kept silent. */
const MUTES = [10, 60, 1_440, 10_080, 43_200] as const;

type Items = NonNullable<MenuProps["items"]>;

/** What the reader may do with somebody in the group. */
export function useMemberMenu(group: CustomerGroup, person: GroupPerson): Items {
  const { t } = useText();
  const self = useSession().member.id;
  const { run, confirm } = useSteps(group.id);
  const { mayManage, mayOwn } = group;
  const { id, name, staff, role, mutedUntil } = person;
  const path = `members/${id}`;
  if (id === self) {
    return [
      {
        key: "leave",
        danger: true,
        label: t("customerGroup.people.leave"),
        onClick: confirm(t("customerGroup.people.leaveTitle", { title: group.title }), "leave", () =>
          run("delete", path),
        ),
      },
    ];
  }
  const items: Items = [];
  if (mayOwn && staff && role !== "OWNER") {
    const admin = role === "ADMIN";
    items.push({
      key: "role",
      label: t(admin ? "customerGroup.people.takeAdmin" : "customerGroup.people.makeAdmin"),
      onClick: () => void run("put", `${path}/role`, { role: admin ? "MEMBER" : "ADMIN" }),
    });
    items.push({
      key: "owner",
      label: t("customerGroup.people.makeOwner"),
      onClick: confirm(t("customerGroup.people.ownerTitle", { name }), "makeOwner", () =>
        run("put", "owner", { memberId: id }),
      ),
    });
  }
  if (mayManage && !staff) {
    const muted = mutedUntil !== null && Date.parse(mutedUntil) > Date.now();
    const mute = (minutes: number) => () => void run("put", `${path}/mute`, { minutes });
    if (muted) items.push({ key: "unmute", label: t("customerGroup.people.unmute"), onClick: mute(0) });
    items.push({
      key: "mute",
      label: t("customerGroup.people.mute"),
      children: MUTES.map((minutes) => ({
        key: `mute-${minutes}`,
        label: t(`customerGroup.people.minutes.${minutes}`),
        onClick: mute(minutes),
      })),
    });
  }
  if (staff ? (role === "ADMIN" ? mayOwn : role === "MEMBER" && mayManage) : mayManage) {
    items.push({
      key: "remove",
      danger: true,
      label: t("customerGroup.people.remove"),
      onClick: confirm(t("customerGroup.people.removeTitle", { name }), "remove", () => run("delete", path)),
    });
  }
  if (mayManage && !staff) {
    items.push({
      key: "block",
      danger: true,
      label: t("customerGroup.people.block"),
      onClick: confirm(
        t("customerGroup.people.blockTitle", { name }),
        "block",
        () => run("post", `${path}/block`, { reason: "" }),
        t("customerGroup.people.blockText"),
      ),
    });
  }
  return items;
}

interface Step {
  method: "post" | "put" | "delete";
  path: string;
  body?: unknown;
}

/** Carries things out and says what was refused; what cannot be taken back is asked about first. */
function useSteps(group: number) {
  const { t } = useText();
  const { modal, message } = App.useApp();
  const change = useChange(({ method, path, body }: Step) => {
    const address = `/api/customer-groups/${group}/${path}`;
    return method === "delete" ? api.delete(address) : api[method](address, body);
  });
  const run = (method: Step["method"], path: string, body?: unknown) => {
    const done = change.mutateAsync({ method, path, body });
    follow(done, { onError: (problem) => void message.error(problemText(t, problem)) });
    return done.catch(() => undefined);
  };
  const confirm =
    (title: string, word: "leave" | "makeOwner" | "remove" | "block", work: () => Promise<unknown>, content?: string) =>
    () =>
      modal.confirm({
        title,
        content,
        okText: t(`customerGroup.people.${word}`),
        okButtonProps: { danger: word !== "makeOwner" },
        cancelText: t("form.cancel"),
        onOk: work,
      });
  return { run, confirm };
}
