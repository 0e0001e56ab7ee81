import { NotificationOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { App, Button, Input, Switch } from "antd";
import { useId, useState } from "react";
import type { Conversation, ConversationSettings } from "@/api/types";
import { isApp, isThread, titleOf } from "@/lib/conversation-title";
import { useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import { dissolve, prefer, saveGroup } from "./actions";
import css from "./side-panel.module.css";
import { useCloseWhenOpen, useLeave } from "./use-leave";

const RULES = ["mentionAllAdminsOnly", "addMembersAdminsOnly", "historyForNewcomers"] as const;
const MOST_TITLE = 100;

/** How I want this conversation, and how the group works. */
export default function SettingsPanel({ info }: { info: Conversation }) {
  const { t } = useText();
  const { message } = App.useApp();
  const complain = (error: unknown) => void message.error(problemText(t, error));
  const group = info.kind === "GROUP";
  const runs = group && info.role !== "MEMBER";
  const rule = (name: keyof ConversationSettings, on: boolean) =>
    void saveGroup(info.id, { settings: { ...info.settings, [name]: on } }).catch(complain);
  return (
    <div className={css.form}>
      {!isApp(info) && !isThread(info) && (
        <Link to="/dings/new" search={{ conversation: info.id }} className={css.ding} data-wide>
          <NotificationOutlined aria-hidden="true" /> {t(group ? "ding.chat.conversation" : "ding.chat.person")}
        </Link>
      )}
      {group && <TitleField key={info.title} info={info} mayChange={runs} />}
      <section className={css.group}>
        <h2 className={css.groupName}>{t("messaging.settings.mine")}</h2>
        {(["pinned", "muted"] as const).map((name) => (
          <SwitchRow
            key={name}
            label={t(`messaging.settings.${name}`)}
            on={info[name]}
            onChange={(on) => void prefer(info.id, { [name]: on }).catch(complain)}
          />
        ))}
      </section>
      {group && (
        <section className={css.group}>
          <h2 className={css.groupName}>{t("messaging.settings.rules")}</h2>
          {RULES.map((name) => (
            <SwitchRow
              key={name}
              label={t(`messaging.settings.${name}`)}
              on={info.settings[name]}
              disabled={!runs}
              onChange={(on) => rule(name, on)}
            />
          ))}
        </section>
      )}
      {group && <Endings info={info} />}
    </div>
  );
}

interface SwitchRowProps {
  label: string;
  on: boolean;
  disabled?: boolean;
  onChange: (on: boolean) => void;
}

function SwitchRow({ label, on, disabled, onChange }: SwitchRowProps) {
  return (
    <div className={css.switch}>
      <span>{label}</span>
      <Switch size="small" aria-label={label} checked={on} disabled={disabled} onChange={onChange} />
    </div>
  );
}

function TitleField({ info, mayChange }: { info: Conversation; mayChange: boolean }) {
  const { t } = useText();
  const { message } = App.useApp();
  const id = useId();
  const [title, setTitle] = useState(info.title);
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      await saveGroup(info.id, { title: title.trim() });
      void message.success(t("messaging.settings.saved"));
    } catch (error) {
      void message.error(problemText(t, error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={css.field}>
      <label htmlFor={id} className={css.groupName}>
        {t("messaging.settings.title")}
      </label>
      <div className={css.inline}>
        <Input
          id={id}
          value={title}
          maxLength={MOST_TITLE}
          disabled={!mayChange}
          placeholder={titleOf(info, t)}
          onChange={(event) => setTitle(event.target.value)}
          onPressEnter={() => title.trim() !== info.title && void save()}
        />
        {title.trim() !== info.title && (
          <Button type="primary" loading={busy} onClick={() => void save()}>
            {t("messaging.settings.save")}
          </Button>
        )}
      </div>
      {mayChange && <span className={css.help}>{t("messaging.settings.titleHelp")}</span>}
    </div>
  );
}

/** Leaving, and for the owner the end of the group. */
function Endings({ info }: { info: Conversation }) {
  const { t } = useText();
  const { modal, message } = App.useApp();
  const leave = useLeave(info);
  const close = useCloseWhenOpen(info.id);
  if (info.role !== "OWNER") {
    return (
      <Button danger onClick={leave}>
        {t("messaging.settings.leave")}
      </Button>
    );
  }
  const ask = () =>
    modal.confirm({
      title: t("messaging.settings.dissolveTitle", { title: titleOf(info, t) }),
      content: t("messaging.settings.dissolveText"),
      okText: t("messaging.settings.dissolve"),
      okButtonProps: { danger: true },
      cancelText: t("messaging.cancel"),
      onOk: () => dissolve(info.id).then(close, (error) => void message.error(problemText(t, error))),
    });
  return (
    <Button danger onClick={ask}>
      {t("messaging.settings.dissolve")}
    </Button>
  );
}
