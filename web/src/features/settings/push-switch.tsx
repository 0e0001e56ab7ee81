import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Switch } from "antd";
import { useSession } from "@/api/session";
import { useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import { PushRefused, pushState, switchPushOff, switchPushOn } from "./push";
import css from "./settings-page.module.css";

/** Whether urgent notices reach this device while the page is closed. */
export function PushSwitch() {
  const { t } = useText();
  const { account } = useSession();
  const cache = useQueryClient();
  const key = ["push", account.id];
  const state = useQuery({ queryKey: key, queryFn: () => pushState(account.id), networkMode: "always", staleTime: 0 });
  const turn = useMutation({
    mutationFn: (on: boolean) => (on ? switchPushOn(account.id) : switchPushOff(account.id)),
    onSettled: () => cache.invalidateQueries({ queryKey: key }),
  });
  const { data } = state;
  const trouble = data === undefined || data === "on" || data === "off" ? null : data;
  const failed = turn.error instanceof PushRefused ? t(`settings.push.refused.${turn.error.why}`) : turn.error;
  return (
    <fieldset className={css.choice}>
      <legend>{t("settings.push.title")}</legend>
      <div className={css.buttons}>
        <Switch
          aria-label={t("settings.push.on")}
          checked={data === "on"}
          disabled={data === undefined || trouble !== null}
          loading={turn.isPending}
          onChange={(on) => turn.mutate(on)}
        />
        <span>{t("settings.push.on")}</span>
      </div>
      {failed && (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={typeof failed === "string" ? failed : problemText(t, failed)}
        />
      )}
      <p className={css.small}>
        {trouble === null ? t("settings.push.help") : t(`settings.push.impossible.${trouble}`)}
      </p>
    </fieldset>
  );
}
