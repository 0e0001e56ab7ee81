import { useRouter } from "@tanstack/react-router";
import { App, Button } from "antd";
import type { DingBody } from "@/api/ding-types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { dayAndClock } from "@/lib/times";
import { ProblemNote } from "@/ui/problem-note";
import css from "./compose.module.css";
import { type Draft, recurrenceOf } from "./draft";
import { useSchedule, useSend } from "./use-dings";

interface Props {
  draft: Draft;
  body: DingBody;
  ready: boolean;
  onTry: () => void;
  /** Sent: where to go. */
  onDone: (address: string) => void;
}

const NAMES = { NOW: "send", LATER: "plan", REPEAT: "repeat" } as const;

/** Sends, plans or saves. The body's key makes a second press harmless. */
export function SendBar({ draft, body, ready, onTry, onDone }: Props) {
  const { t, locale } = useText();
  const { message } = App.useApp();
  const router = useRouter();
  const send = useSend();
  const schedule = useSchedule();
  const submit = () => {
    onTry();
    if (!ready) return;
    if (draft.when === "REPEAT") {
      follow(schedule.mutateAsync({ ding: body, recurrence: recurrenceOf(draft) }), {
        onSuccess: ({ nextAt }) => {
          const time = nextAt ? dayAndClock(nextAt, locale) : "";
          void message.success(t("ding.compose.repeated", { time }));
          onDone("/dings?box=SCHEDULES");
        },
      });
      return;
    }
    follow(send.mutateAsync(body), {
      onSuccess: (ding) => {
        const planned = body.sendAt !== null;
        const time = dayAndClock(ding.sendAt, locale);
        void message.success(planned ? t("ding.compose.planned", { time }) : t("ding.compose.sent"));
        onDone(`/dings/${ding.id}?box=SENT`);
      },
    });
  };
  return (
    <>
      <ProblemNote problem={draft.when === "REPEAT" ? schedule.error : send.error} />
      <div className={css.buttons}>
        <Button type="primary" size="large" loading={send.isPending || schedule.isPending} onClick={submit}>
          {t(`ding.compose.${NAMES[draft.when]}`)}
        </Button>
        <Button size="large" onClick={() => router.history.back()}>
          {t("ding.compose.cancel")}
        </Button>
      </div>
    </>
  );
}
