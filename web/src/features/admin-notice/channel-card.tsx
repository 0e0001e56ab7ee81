import { BellOutlined, MailOutlined, MessageOutlined, MobileOutlined, PhoneOutlined } from "@ant-design/icons";
import { App, Button, Switch } from "antd";
import { type ReactNode, useState } from "react";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import { absolute, dayAndClock } from "@/lib/times";
import { AdminLink } from "@/ui/admin-link";
import { StateTag, type Tone } from "@/ui/state-tag";
import { CallbackPanel } from "./callback-panel";
import { CarrierDrawer } from "./carrier-drawer";
import css from "./channels-page.module.css";
import { money } from "./money";
import { TrialDialog } from "./trial-dialog";
import { type Channel, type ChannelInfo, useDisconnect, useEnable } from "./use-notice";

const ICONS: Record<Channel, ReactNode> = {
  PUSH: <BellOutlined />,
  EMAIL: <MailOutlined />,
  SMS: <MessageOutlined />,
  VOICE: <PhoneOutlined />,
};

/** SIMULATED stands for a READY that reaches nobody. */
type Shown = ChannelInfo["state"] | "SIMULATED";

const TONES: Record<Shown, Tone> = {
  READY: "good",
  MISSING: "warn",
  SIMULATED: "warn",
  OFF: "quiet",
  UNREADABLE: "bad",
};

interface FrameProps {
  icon: ReactNode;
  name: string;
  state: Shown;
  text: string;
  children?: ReactNode;
}

function Frame({ icon, name, state, text, children }: FrameProps) {
  const { t } = useText();
  return (
    <li className={css.card} data-state={state}>
      <header className={css.head}>
        <span className={css.icon} aria-hidden="true">
          {icon}
        </span>
        <h2 className={css.name}>{name}</h2>
        <StateTag tone={TONES[state]}>{t(`notice.state.${state}`)}</StateTag>
      </header>
      <p className={css.text}>{text}</p>
      {children}
    </li>
  );
}

/** Needs nothing and cannot be switched off. */
export function AppCard() {
  const { t } = useText();
  return (
    <Frame icon={<MobileOutlined />} name={t("notice.channel.APP")} state="READY" text={t("notice.meaning.app")} />
  );
}

export function ChannelCard({ info }: { info: ChannelInfo }) {
  const { t } = useText();
  const [dialog, setDialog] = useState<"connect" | "trial" | null>(null);
  const { channel, state, simulated } = info;
  const shown: Shown = simulated && state === "READY" ? "SIMULATED" : state;
  const missing = state === "MISSING";
  const connect = info.kinds.length > 0;
  return (
    <Frame icon={ICONS[channel]} name={t(`notice.channel.${channel}`)} state={shown} text={meaning(info, shown, t)}>
      {!missing && <Facts info={info} />}
      {info.kind === "HTTP_SMS" && state !== "UNREADABLE" && <CallbackPanel />}
      <div className={css.actions}>
        {connect && (
          <Button type={missing || state === "UNREADABLE" ? "primary" : "default"} onClick={() => setDialog("connect")}>
            {t(missing ? "notice.set" : simulated ? "notice.setReal" : "notice.change")}
          </Button>
        )}
        {state === "READY" && <Button onClick={() => setDialog("trial")}>{t("notice.try")}</Button>}
        {simulated && (
          <AdminLink className={css.link} to="/simulation">
            {t("notice.toSimulation")}
          </AdminLink>
        )}
        {missing && (channel === "SMS" || channel === "VOICE") && (
          <AdminLink className={css.link} to="/simulation">
            {t("notice.trySimulation")}
          </AdminLink>
        )}
        {info.updatedAt && !simulated && channel !== "PUSH" && <DeleteButton channel={channel} />}
        {(state === "READY" || state === "OFF") && <OnSwitch info={info} />}
      </div>
      {dialog === "connect" && <CarrierDrawer info={info} onClose={() => setDialog(null)} />}
      {dialog === "trial" && <TrialDialog info={info} onClose={() => setDialog(null)} />}
    </Frame>
  );
}

function meaning({ channel }: ChannelInfo, shown: Shown, t: ReturnType<typeof useText>["t"]): string {
  switch (shown) {
    case "MISSING":
      return t(`notice.meaning.missing.${channel}`);
    case "OFF":
      return t(`notice.meaning.off.${channel}`);
    case "UNREADABLE":
      return t("notice.meaning.unreadable");
    case "SIMULATED":
      return t("notice.meaning.simulated");
    case "READY":
      return t(`notice.meaning.ready.${channel}`);
  }
}

function Facts({ info }: { info: ChannelInfo }) {
  const { t, locale } = useText();
  const host = info.settings?.host ?? info.settings?.url;
  return (
    <dl className={css.facts}>
      {info.kind && (
        <div>
          <dt>{t("notice.kindOf")}</dt>
          <dd>{t(`notice.kind.${info.kind}`)}</dd>
        </div>
      )}
      {typeof host === "string" && (
        <div>
          <dt>{t("notice.field.host")}</dt>
          <dd className={css.cut} title={host}>
            {host}
          </dd>
        </div>
      )}
      {info.perMinute !== null && (
        <div>
          <dt>{t("notice.perMinute")}</dt>
          <dd>{info.perMinute.toLocaleString(locale)}</dd>
        </div>
      )}
      {info.channel !== "PUSH" && info.priceFen !== null && (
        <div>
          <dt>{t(`notice.price.${info.channel}`)}</dt>
          <dd>{money(info.priceFen, locale)}</dd>
        </div>
      )}
      {info.updatedAt && (
        <div>
          <dt>{t("notice.updated")}</dt>
          <dd title={absolute(info.updatedAt)}>{dayAndClock(info.updatedAt, locale)}</dd>
        </div>
      )}
    </dl>
  );
}

function OnSwitch({ info }: { info: ChannelInfo }) {
  const { t } = useText();
  const { message } = App.useApp();
  const enable = useEnable(info.channel);
  const name = t(`notice.channel.${info.channel}`);
  return (
    <span className={css.switch}>
      <span aria-hidden="true">{t("notice.on")}</span>
      <Switch
        aria-label={t("notice.switch", { name })}
        checked={info.state === "READY"}
        loading={enable.isPending}
        onChange={(on) =>
          follow(enable.mutateAsync(on), { onError: (error) => void message.error(problemText(t, error)) })
        }
      />
    </span>
  );
}

function DeleteButton({ channel }: { channel: Channel }) {
  const { t } = useText();
  const { modal, message } = App.useApp();
  const remove = useDisconnect(channel);
  const name = t(`notice.channel.${channel}`);
  const ask = () =>
    modal.confirm({
      title: t("notice.deleteTitle", { name }),
      content: t("notice.deleteText"),
      okText: t("notice.deleteDo", { name }),
      okButtonProps: { danger: true },
      cancelText: t("form.cancel"),
      onOk: () => remove.mutateAsync().then(undefined, (error) => void message.error(problemText(t, error))),
    });
  return (
    <Button danger type="text" onClick={ask}>
      {t("notice.delete")}
    </Button>
  );
}
