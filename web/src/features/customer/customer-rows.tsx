import type { CustomerLine } from "@/api/customer-types";
import { nameOf } from "@/api/people";
import { useText } from "@/lib/i18n";
import { absolute, short } from "@/lib/times";
import { Avatar } from "@/ui/avatar";
import { StateTag } from "@/ui/state-tag";
import css from "./customer.module.css";
import { calledBy, waits } from "./filter";
import { useStages } from "./use-customers";

interface Props {
  line: CustomerLine;
  /** Whose customer it is, where the list has those of several. */
  served: boolean;
  onOpen: (customer: number) => void;
}

/** One customer on a phone, whose width no table has: what the first columns say, in two lines. */
export function CustomerRow({ line, served, onOpen }: Props) {
  const { t, locale } = useText();
  const { nameOf: stageName } = useStages();
  const called = calledBy(line);
  const facts = [
    stageName(line.stage),
    called === line.name ? "" : line.name,
    line.company,
    served ? nameOf(line.member) : "",
    line.tags.map((tag) => tag.name).join(t("customer.comma")),
  ].filter((fact) => fact !== "");
  return (
    <button type="button" className={css.phoneRow} onClick={() => onOpen(line.customerId)}>
      <Avatar person={{ id: line.customerId, name: line.name, avatar: null }} size={40} />
      <span className={css.phoneLines}>
        <span className={css.phoneLine}>
          <span className={css.cut}>{called}</span>
          {line.blocked && <StateTag tone="bad">{t("customer.blocked")}</StateTag>}
          {!line.open && !line.blocked && <StateTag tone="quiet">{t("customer.closed")}</StateTag>}
          {line.open && waits(line) && <StateTag tone="warn">{t("customer.waiting")}</StateTag>}
          <time className={css.phoneTime} title={absolute(line.activeAt)}>
            {short(line.activeAt, locale)}
          </time>
        </span>
        <span className={`${css.quiet} ${css.cut}`}>{facts.join(" · ")}</span>
      </span>
    </button>
  );
}
