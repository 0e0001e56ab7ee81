import { SendOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { App, Button, Input, Select, Switch } from "antd";
import { useEffect, useRef, useState } from "react";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { phoneText } from "@/lib/login-text";
import { problemText } from "@/lib/problem-text";
import { absolute, dayAndClock } from "@/lib/times";
import { IconButton } from "@/ui/icon-button";
import { PhoneCallPanel } from "./phone-call-panel";
import css from "./simulation-page.module.css";
import { openCall, pieces, thread } from "./thread";
import {
  DELIVERIES,
  type Phone,
  type PhoneCall,
  type PhoneText,
  threadQuery,
  usePutPhone,
  useReply,
} from "./use-simulation";

/** A small telephone: its texts and calls, and everything that the person who holds it can do. */
export function PhoneCard({ phone }: { phone: Phone }) {
  const { t } = useText();
  const name = phoneText(phone.number);
  const talk = useQuery(threadQuery(phone));
  const call = openCall(talk.data?.calls ?? []);
  return (
    <li
      className={css.phone}
      aria-label={t("notice.sim.phone", { number: phone.name ? `${phone.name} ${name}` : name })}
      data-ringing={call !== undefined}
    >
      <Head phone={phone} name={name} />
      <div className={css.screen} data-off={!phone.on}>
        {call && <PhoneCallPanel key={call.id} call={call} name={name} />}
        <Thread phone={phone} name={name} />
        {!phone.on && (
          <div className={css.dark}>
            <p>{t("notice.sim.powerOff")}</p>
            <p className={css.darkText}>{t("notice.sim.powerOffText")}</p>
          </div>
        )}
      </div>
      <ReplyBar phone={phone} />
    </li>
  );
}

function Head({ phone, name }: { phone: Phone; name: string }) {
  const { t } = useText();
  const { message } = App.useApp();
  const put = usePutPhone();
  const change = (next: Partial<Phone>) =>
    follow(put.mutateAsync({ ...phone, ...next }), { onError: (error) => void message.error(problemText(t, error)) });
  return (
    <header className={css.phoneHead}>
      <div className={css.phoneLine}>
        <h2 className={css.number}>
          {phone.name && <span className={css.owner}>{phone.name}</span>}
          {name}
        </h2>
        <Switch
          size="small"
          aria-label={t("notice.sim.power", { number: name })}
          checked={phone.on}
          loading={put.isPending}
          onChange={(on) => change({ on })}
        />
      </div>
      <Select
        size="small"
        variant="filled"
        aria-label={`${t("notice.sim.delivery")} ${name}`}
        value={phone.delivery}
        onChange={(delivery) => change({ delivery })}
        options={DELIVERIES.map((value) => ({ value, label: t(`notice.sim.deliveries.${value}`) }))}
      />
    </header>
  );
}

function Thread({ phone, name }: { phone: Phone; name: string }) {
  const { t } = useText();
  const box = useRef<HTMLElement>(null);
  const { data } = useQuery(threadQuery(phone));
  const items = thread(data?.texts ?? [], data?.calls ?? []);
  const last = items.at(-1);
  const newest = `${last?.text?.id}/${last?.call?.id}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows what is new, not what is read again
  useEffect(() => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [newest]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <section ref={box} className={css.thread} aria-label={t("notice.sim.thread", { number: name })} tabIndex={0}>
      {data && items.length === 0 && <p className={css.nothing}>{t("notice.sim.quiet")}</p>}
      {items.map(({ text, call }) =>
        text ? <TextBubble key={`t${text.id}`} text={text} /> : call && <CallLine key={`c${call.id}`} call={call} />,
      )}
    </section>
  );
}

function TextBubble({ text }: { text: PhoneText }) {
  const { t, locale } = useText();
  return (
    <div className={css.message} data-mine={text.fromPhone}>
      <p className={css.bubble}>
        {pieces(text.text).map((piece, index) =>
          piece.link ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: a text never changes
            <a key={index} href={piece.text} target="_blank" rel="noreferrer">
              {piece.text}
            </a>
          ) : (
            piece.text
          ),
        )}
      </p>
      <p className={css.meta} title={absolute(text.at)}>
        {dayAndClock(text.at, locale)} · {t(`notice.sim.texts.${text.state}`)}
      </p>
    </div>
  );
}

function CallLine({ call }: { call: PhoneCall }) {
  const { t, locale } = useText();
  return (
    <p className={css.callLine} title={call.speech}>
      {dayAndClock(call.startedAt, locale)} · {t(`notice.sim.calls.${call.state}`)}
      {call.pressed && ` · ${t("notice.sim.pressed", { key: call.pressed })}`}
    </p>
  );
}

const QUICK = ["1"] as const;

function ReplyBar({ phone }: { phone: Phone }) {
  const { t } = useText();
  const { message } = App.useApp();
  const [text, setText] = useState("");
  const reply = useReply(phone.number);
  const send = (words: string) => {
    if (words.trim() === "") return;
    follow(reply.mutateAsync(words), {
      onSuccess: ({ answered }) => {
        setText("");
        void message.info(t(answered ? "notice.sim.replied" : "notice.sim.repliedNothing"));
      },
      onError: (error) => void message.error(problemText(t, error)),
    });
  };
  const off = !phone.on || reply.isPending;
  return (
    <form
      className={css.reply}
      onSubmit={(event) => {
        event.preventDefault();
        send(text);
      }}
    >
      {QUICK.map((words) => (
        <Button key={words} disabled={off} onClick={() => send(words)}>
          {words}
        </Button>
      ))}
      <Input
        aria-label={t("notice.sim.reply")}
        placeholder={t("notice.sim.reply")}
        value={text}
        maxLength={1000}
        disabled={!phone.on}
        onChange={(event) => setText(event.target.value)}
      />
      <IconButton icon={<SendOutlined />} label={t("notice.sim.send")} type="submit" disabled={off} />
    </form>
  );
}
