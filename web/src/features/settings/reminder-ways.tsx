import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Switch } from "antd";
import { api } from "@/api/http";
import { useText } from "@/lib/i18n";
import { ProblemNote } from "@/ui/problem-note";
import css from "./settings-page.module.css";

const WAYS = ["push", "email"] as const;
type Wish = Record<(typeof WAYS)[number], boolean>;

const wishQuery = queryOptions({
  queryKey: ["reminder-preferences"],
  queryFn: () => api.get<Wish>("/api/reminder-preferences"),
});

/** By which ways reminders come while the page is closed. Each switch is saved at once. */
export function ReminderWays() {
  const { t } = useText();
  const cache = useQueryClient();
  const wish = useQuery(wishQuery);
  const save = useMutation({
    mutationFn: (next: Wish) => api.put<Wish>("/api/reminder-preferences", next),
    onSuccess: (saved) => cache.setQueryData(wishQuery.queryKey, saved),
  });
  const { data } = wish;
  return (
    <fieldset className={css.choice}>
      <legend>{t("settings.reminder.title")}</legend>
      <p className={css.small}>{t("settings.reminder.help")}</p>
      {WAYS.map((way) => (
        <div key={way} className={css.buttons}>
          <Switch
            aria-label={t(`settings.reminder.${way}`)}
            checked={data?.[way] ?? false}
            disabled={data === undefined}
            loading={save.isPending && save.variables[way] !== data?.[way]}
            onChange={(on) => data && save.mutate({ ...data, [way]: on })}
          />
          <span>{t(`settings.reminder.${way}`)}</span>
        </div>
      ))}
      <ProblemNote problem={wish.error ?? save.error} />
    </fieldset>
  );
}
