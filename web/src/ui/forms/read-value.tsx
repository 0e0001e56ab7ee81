import { EnvironmentOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Rate } from "antd";
import { departmentsQuery } from "@/api/directory";
import type { Field, FieldValue, Place } from "@/api/form-types";
import { useText } from "@/lib/i18n";
import { capitals } from "./capitals";
import { FilePiece } from "./file-piece";
import { useSurroundings } from "./form-context";
import css from "./forms.module.css";
import { PersonChip } from "./input-people";
import { numbersOf } from "./inputs";
import { isEmpty } from "./live";
import { plainText } from "./plain-text";
import { hasCapitals } from "./symbols";

/** A value as it is read, never edited. */
export function ReadValue({ field, value }: { field: Field; value: FieldValue | undefined }) {
  const { t } = useText();
  const { approvals } = useSurroundings();
  if (isEmpty(value)) return <span className={css.quiet}>{t("forms.nothing")}</span>;
  switch (field.kind) {
    case "MEMBER":
      return (
        <ul className={css.chips}>
          {numbersOf(value).map((id) => (
            <PersonChip key={id} id={id} />
          ))}
        </ul>
      );
    case "DEPARTMENT":
      return <DepartmentNames ids={numbersOf(value)} />;
    case "ATTACHMENT":
    case "PHOTO":
      return (
        <ul className={field.kind === "PHOTO" ? css.photos : css.files}>
          {numbersOf(value).map((id) => (
            <li key={id}>
              <FilePiece id={id} photo={field.kind === "PHOTO"} />
            </li>
          ))}
        </ul>
      );
    case "SIGNATURE":
      return typeof value === "number" ? <FilePiece id={value} photo /> : null;
    case "APPROVAL":
      return approvals?.({ field, value: numbersOf(value), label: field.label }) ?? null;
    case "RATING":
      return (
        <Rate disabled count={Number(field.max ?? 5)} value={Number(value)} aria-label={plainText(t, field, value)} />
      );
    case "LOCATION":
      return <PlaceName place={value as Place} />;
    case "AMOUNT":
    case "FORMULA":
      return <FormulaValue field={field} value={value} />;
    default:
      return <span className={css.words}>{plainText(t, field, value)}</span>;
  }
}

interface FormulaProps {
  field: Field;
  value: FieldValue | undefined;
  labelId?: string;
}

/** A number with its capitals beneath; computed ones are said again when they change. */
export function FormulaValue({ field, value, labelId }: FormulaProps) {
  const { t } = useText();
  const words = hasCapitals(field) ? capitals(value) : "";
  return (
    <output className={css.output} aria-labelledby={labelId}>
      <span className="tabular">{isEmpty(value) ? t("forms.notYet") : plainText(t, field, value)}</span>
      {words !== "" && <span className={css.beneath}>{t("forms.capitals", { words })}</span>}
    </output>
  );
}

function DepartmentNames({ ids }: { ids: number[] }) {
  const { t } = useText();
  const { data = [] } = useQuery(departmentsQuery);
  const names = ids.map((id) => data.find((each) => each.id === id)?.name ?? t("forms.department"));
  return <span className={css.words}>{names.join(t("forms.comma"))}</span>;
}

function PlaceName({ place }: { place: Place }) {
  return (
    <span className={css.words}>
      <EnvironmentOutlined aria-hidden /> {place.name || `${place.lat}, ${place.lng}`}
      {place.lat != null && place.name !== "" && <span className={css.quiet}>{` ${place.lat}, ${place.lng}`}</span>}
    </span>
  );
}
