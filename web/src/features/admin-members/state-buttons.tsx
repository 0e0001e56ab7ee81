import { App, Button } from "antd";
import type { Member, MemberState } from "@/api/types";
import { useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import { MemberStateTag } from "./columns";
import css from "./members-page.module.css";
import { useSetState } from "./use-members";

const WORDS = { DISABLED: "disable", LEFT: "leave", ACTIVE: "activate" } as const;

/** Disabling, leaving and coming back: each asks first and names the person. */
export function StateButtons({ member }: { member: Member }) {
  const { t } = useText();
  const { modal, message } = App.useApp();
  const change = useSetState(member.id);
  const { name, state } = member;
  const ask = (next: keyof typeof WORDS) => {
    const word = WORDS[next];
    modal.confirm({
      title: t(`admin.member.${word}Title`, { name }),
      content: t(`admin.member.${word}Text`, { name }),
      okText: t(`admin.member.${word}Do`, { name }),
      okButtonProps: { danger: next !== "ACTIVE" },
      cancelText: t("form.cancel"),
      onOk: () =>
        change.mutateAsync(next).then(
          (changed) => void message.success(done(changed.state)),
          (error) => void message.error(problemText(t, error)),
        ),
    });
  };
  const done = (now: MemberState) => t("admin.member.stateDone", { name, state: t(`admin.states.${now}`) });
  return (
    <section className={css.part} aria-labelledby="member-state">
      <h2 className={css.partTitle} id="member-state">
        {t("admin.member.state")} <MemberStateTag state={state} t={t} />
      </h2>
      <div className={css.buttons}>
        {(state === "DISABLED" || state === "LEFT") && (
          <Button onClick={() => ask("ACTIVE")}>{t("admin.member.activate")}</Button>
        )}
        {(state === "ACTIVE" || state === "INVITED") && (
          <Button danger onClick={() => ask("DISABLED")}>
            {t("admin.member.disable")}
          </Button>
        )}
        {state !== "LEFT" && (
          <Button danger onClick={() => ask("LEFT")}>
            {t("admin.member.leave")}
          </Button>
        )}
      </div>
    </section>
  );
}
