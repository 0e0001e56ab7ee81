import { Checkbox, Input, Radio, Select, Switch } from "antd";
import { type ReactNode, useId } from "react";
import { DAYS, type Day, TELL_WHAT, type TellSettings, type WorkHours } from "@/api/tell";
import { useText } from "@/lib/i18n";
import css from "./tell-fields.module.css";

const ZONES = Intl.supportedValuesOf("timeZone").map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
const HALF_HOURS = Array.from({ length: 48 }, (_, half) => {
  const time = `${String(Math.floor(half / 2)).padStart(2, "0")}:${half % 2 === 0 ? "00" : "30"}`;
  return { value: time, label: time };
});
const OFFICE: WorkHours = { days: [...DAYS.slice(0, 5)], from: "09:00", until: "18:00", zone: null };

interface Props {
  value: TellSettings;
  onChange: (value: TellSettings) => void;
  /** The company's zone. */
  zone: string;
  /** The company lets no text leave: the person cannot choose. */
  previewHidden?: boolean;
  /** Why no digest can come, when it cannot. */
  noDigest?: string | null;
}

/** What somebody is told while he does not look: for the person himself, and for the company's standard. */
export function TellFields({ value, onChange, zone, previewHidden = false, noDigest = null }: Props) {
  const { t } = useText();
  const change = (changes: Partial<TellSettings>) => onChange({ ...value, ...changes });
  return (
    <>
      <fieldset className={css.choice}>
        <legend>{t("tell.what")}</legend>
        <Radio.Group
          vertical
          value={value.what}
          onChange={(event) => change({ what: event.target.value })}
          options={TELL_WHAT.map((what) => ({ value: what, label: t(`tell.whats.${what}`) }))}
        />
        {value.what !== "NOTHING" && (
          <OnOff
            label={t("tell.mutedMentions")}
            checked={value.mutedMentions}
            onChange={(mutedMentions) => change({ mutedMentions })}
          />
        )}
      </fieldset>
      <fieldset className={css.choice}>
        <legend>{t("tell.hours")}</legend>
        <OnOff
          label={t("tell.hoursOn")}
          checked={value.hours !== null}
          onChange={(on) => change({ hours: on ? OFFICE : null })}
        />
        {value.hours && <Hours value={value.hours} zone={zone} onChange={(hours) => change({ hours })} />}
        <p className={css.help}>{t("tell.hoursHelp")}</p>
      </fieldset>
      <fieldset className={css.choice}>
        <legend>{t("tell.preview")}</legend>
        <OnOff
          label={t("tell.previewOn")}
          checked={value.preview && !previewHidden}
          disabled={previewHidden}
          onChange={(preview) => change({ preview })}
        />
        <p className={css.help}>{previewHidden ? t("tell.previewHidden") : t("tell.previewHelp")}</p>
      </fieldset>
      <fieldset className={css.choice}>
        <legend>{t("tell.digest")}</legend>
        <OnOff label={t("tell.digestOn")} checked={value.digest} onChange={(digest) => change({ digest })} />
        {value.digest && (
          <div>
            <Labelled label={t("tell.digestAt", { zone })}>
              {(id) => (
                <Select
                  id={id}
                  value={value.digestAt.slice(0, 5)}
                  options={HALF_HOURS}
                  onChange={(digestAt) => change({ digestAt })}
                />
              )}
            </Labelled>
          </div>
        )}
        <p className={css.help}>{noDigest ?? t("tell.digestHelp")}</p>
      </fieldset>
    </>
  );
}

interface HoursProps {
  value: WorkHours;
  zone: string;
  onChange: (value: WorkHours) => void;
}

/** An emptied time keeps what it had, and one day always remains. */
function Hours({ value, zone, onChange }: HoursProps) {
  const { t } = useText();
  const change = (changes: Partial<WorkHours>) => onChange({ ...value, ...changes });
  const time = (name: "from" | "until") => (
    <Labelled label={t(`tell.${name}`)}>
      {(id) => (
        <Input
          id={id}
          type="time"
          value={value[name].slice(0, 5)}
          onChange={(event) => event.target.value && change({ [name]: event.target.value })}
        />
      )}
    </Labelled>
  );
  return (
    <>
      <Checkbox.Group<Day>
        aria-label={t("tell.days")}
        value={value.days}
        options={DAYS.map((day) => ({ value: day, label: t(`tell.day.${day}`) }))}
        onChange={(days) => days.length > 0 && change({ days: DAYS.filter((day) => days.includes(day)) })}
      />
      <div className={css.times}>
        {time("from")}
        {time("until")}
        <Labelled label={t("tell.zone")}>
          {(id) => (
            <Select
              id={id}
              className={css.zone}
              showSearch={{ optionFilterProp: "label" }}
              value={value.zone ?? ""}
              options={[{ value: "", label: t("tell.zoneCompany", { zone }) }, ...ZONES]}
              onChange={(chosen) => change({ zone: chosen === "" ? null : chosen })}
            />
          )}
        </Labelled>
      </div>
    </>
  );
}

interface OnOffProps {
  label: string;
  checked: boolean;
  disabled?: boolean;
  onChange: (on: boolean) => void;
}

export function OnOff({ label, ...rest }: OnOffProps) {
  return (
    <div className={css.row}>
      <Switch aria-label={label} {...rest} />
      <span>{label}</span>
    </div>
  );
}

function Labelled({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className={css.label}>
        {label}
      </label>
      {children(id)}
    </div>
  );
}
