import { useQuery } from "@tanstack/react-query";
import { App, Button, Radio, Skeleton } from "antd";
import { useState } from "react";
import { type TellSettings, type TellView, tellQuery } from "@/api/tell";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { dayAndClock } from "@/lib/times";
import { LeaveGuard } from "@/ui/leave-guard";
import { ProblemNote } from "@/ui/problem-note";
import { TellFields } from "@/ui/tell-fields";
import { DeviceNotices } from "./device-notices";
import { PushSwitch } from "./push-switch";
import { QUIETS, quietUntil } from "./quiet";
import { ReminderWays } from "./reminder-ways";
import css from "./settings-page.module.css";
import { useQuiet, useSaveTelling } from "./use-telling";

/** What I am told while I do not look, here and by e-mail. */
export function NotificationsSection() {
  const { t } = useText();
  const telling = useQuery(tellQuery);
  return (
    <>
      <p className={css.lead}>{t("tell.lead")}</p>
      <DeviceNotices />
      <PushSwitch />
      <ReminderWays />
      <ProblemNote problem={telling.error} />
      {telling.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {telling.data && <QuietField telling={telling.data} />}
      {telling.data && (
        <RulesForm key={JSON.stringify([telling.data.own, telling.data.settings])} telling={telling.data} />
      )}
    </>
  );
}

function QuietField({ telling }: { telling: TellView }) {
  const { t, locale } = useText();
  const quiet = useQuiet();
  return (
    <fieldset className={css.choice}>
      <legend>{t("tell.quiet")}</legend>
      <p className={css.small} aria-live="polite">
        {telling.quietUntil
          ? t("tell.quietUntil", { time: dayAndClock(telling.quietUntil, locale) })
          : t("tell.quietNone")}
      </p>
      <ProblemNote problem={quiet.error} />
      <div className={css.buttons}>
        {telling.quietUntil ? (
          <Button loading={quiet.isPending} onClick={() => quiet.mutate(null)}>
            {t("tell.quietEnd")}
          </Button>
        ) : (
          QUIETS.map((name) => (
            <Button
              key={name}
              disabled={quiet.isPending}
              onClick={() => quiet.mutate(quietUntil(name, new Date()).toISOString())}
            >
              {t(`tell.${name}`)}
            </Button>
          ))
        )}
      </div>
    </fieldset>
  );
}

function RulesForm({ telling }: { telling: TellView }) {
  const { t } = useText();
  const { message } = App.useApp();
  const save = useSaveTelling();
  const [own, setOwn] = useState(telling.own);
  const [settings, setSettings] = useState<TellSettings>(telling.settings);
  const dirty = own !== telling.own || (own && JSON.stringify(settings) !== JSON.stringify(telling.settings));
  const noDigest = !telling.mail ? t("tell.noMail") : telling.address ? null : t("tell.noAddress");
  const submit = () =>
    follow(save.mutateAsync(own ? settings : null), { onSuccess: () => void message.success(t("form.saved")) });
  return (
    <>
      <LeaveGuard dirty={dirty && !save.isPending} />
      <fieldset className={css.choice}>
        <legend>{t("tell.rules")}</legend>
        <Radio.Group
          aria-label={t("tell.whose")}
          value={own}
          onChange={(event) => setOwn(event.target.value)}
          options={[
            { value: false, label: t("tell.standard") },
            { value: true, label: t("tell.own") },
          ]}
        />
        {!own && !telling.own && <p className={css.small}>{t(`tell.whats.${settings.what}`)}</p>}
      </fieldset>
      {own && (
        <TellFields
          value={settings}
          onChange={setSettings}
          zone={telling.zone}
          previewHidden={telling.previewHidden}
          noDigest={noDigest}
        />
      )}
      <ProblemNote problem={save.error} />
      <Button type="primary" disabled={!dirty} loading={save.isPending} onClick={submit}>
        {t("form.save")}
      </Button>
    </>
  );
}
