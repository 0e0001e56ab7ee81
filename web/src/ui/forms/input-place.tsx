import { AimOutlined } from "@ant-design/icons";
import { Button, Input } from "antd";
import { useState } from "react";
import type { Outsider, Place } from "@/api/form-types";
import { useText } from "@/lib/i18n";
import { cleanNumber } from "./decimals";
import { useSurroundings } from "./form-context";
import css from "./forms.module.css";
import { ariaOf, type InputProps } from "./inputs";

const WAIT_MS = 15_000;
/** Ten centimetres. */
const PLACES = 6;

/** Where somebody is: found by the device or typed. Where it may be anywhere a name is enough. */
export function LocationInput(props: InputProps) {
  const { field, id, labelId, value, onChange } = props;
  const { t } = useText();
  const { preview } = useSurroundings();
  const place = (value ?? { name: "" }) as Place;
  const [state, setState] = useState<"idle" | "finding" | "denied" | "failed">("idle");
  const change = (changes: Partial<Place>) => {
    const next = { ...place, ...changes };
    onChange(next.name === "" && !next.lat && !next.lng ? undefined : next);
  };
  const find = () => {
    if (!("geolocation" in navigator)) return setState("failed");
    setState("finding");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState("idle");
        const device = { lat: coords.latitude.toFixed(PLACES), lng: coords.longitude.toFixed(PLACES) };
        change({ ...device, device, accuracy: String(Math.round(coords.accuracy)) });
      },
      (error) => setState(error.code === error.PERMISSION_DENIED ? "denied" : "failed"),
      { enableHighAccuracy: true, timeout: WAIT_MS, maximumAge: 60_000 },
    );
  };
  const missed = state === "denied" || state === "failed";
  const degrees = Boolean(place.lat || place.lng);
  return (
    <fieldset className={css.group} aria-labelledby={labelId}>
      <div className={css.location}>
        <Input
          id={id}
          status={props.invalid ? "error" : undefined}
          maxLength={200}
          placeholder={t("forms.place.name")}
          aria-label={t("forms.place.name")}
          value={place.name}
          onChange={(event) => change({ name: event.target.value })}
          {...ariaOf(props)}
        />
        <Button icon={<AimOutlined />} loading={state === "finding"} disabled={preview} onClick={find}>
          {t("forms.place.find")}
        </Button>
      </div>
      {degrees && <Degrees id={id} place={place} onChange={change} />}
      <p className={css.beneath} aria-live="polite">
        {missed && t(`forms.place.${state}`)}
        {state === "idle" && place.accuracy != null && t("forms.place.within", { metres: place.accuracy })}
        {field.radiusMetres && !place.device ? t("forms.place.needed", { metres: field.radiusMetres }) : ""}
      </p>
    </fieldset>
  );
}

interface DegreesProps {
  id: string;
  place: Place;
  onChange: (changes: Partial<Place>) => void;
}

/** Degrees as maps show them; what is typed is not where the device was measured. */
function Degrees({ id, place, onChange }: DegreesProps) {
  const { t } = useText();
  return (
    <div className={css.degrees}>
      {(["lat", "lng"] as const).map((part) => (
        <span key={part} className={css.part}>
          <label className={css.quiet} htmlFor={`${id}-${part}`}>
            {t(`forms.place.${part}`)}
          </label>
          <Input
            id={`${id}-${part}`}
            inputMode="decimal"
            autoComplete="off"
            maxLength={20}
            value={place[part] ?? ""}
            onChange={(event) => onChange({ [part]: event.target.value || null, accuracy: null })}
            onBlur={() => place[part] && onChange({ [part]: cleanNumber(String(place[part])) })}
          />
        </span>
      ))}
    </div>
  );
}

export function OutsiderInput(props: InputProps) {
  const { id, labelId, value, onChange } = props;
  const { t } = useText();
  const person = (value ?? { name: "" }) as Outsider;
  const change = (changes: Partial<Outsider>) => {
    const next = { ...person, ...changes };
    onChange(Object.values(next).every((each) => !each) ? undefined : next);
  };
  return (
    <fieldset className={`${css.group} ${css.three}`} aria-labelledby={labelId}>
      {(["name", "company", "phone"] as const).map((part) => (
        <span key={part} className={css.part}>
          <label className={css.quiet} htmlFor={part === "name" ? id : `${id}-${part}`}>
            {t(`forms.outsider.${part}`)}
          </label>
          <Input
            id={part === "name" ? id : `${id}-${part}`}
            type={part === "phone" ? "tel" : "text"}
            autoComplete="off"
            maxLength={part === "phone" ? 30 : 100}
            status={props.invalid ? "error" : undefined}
            value={person[part] ?? ""}
            onChange={(event) => change({ [part]: event.target.value })}
            {...ariaOf(props)}
          />
        </span>
      ))}
    </fieldset>
  );
}
