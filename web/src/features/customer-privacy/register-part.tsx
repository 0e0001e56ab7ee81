import { DownloadOutlined, PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Popconfirm } from "antd";
import { useState } from "react";
import type { RegisterEntry, RegisterLine } from "@/api/privacy-types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import { StateTag } from "@/ui/state-tag";
import { LineDialog } from "./line-dialog";
import css from "./privacy.module.css";
import { registerQuery, useDeleteLine } from "./use-privacy";

const EMPTY: RegisterLine = {
  id: null,
  entry: { activity: "", people: "", data: "", purpose: "", basis: "", recipients: "", retention: "" },
};
const SHOWN = [
  "people",
  "data",
  "purpose",
  "basis",
  "recipients",
  "retention",
] as const satisfies readonly (keyof RegisterEntry)[];

/** What the company processes: what follows from the program, and what it adds itself. */
export function RegisterPart() {
  const { t } = useText();
  const { data, error, isPending } = useQuery(registerQuery);
  const [open, setOpen] = useState<RegisterLine | null>(null);
  return (
    <section aria-label={t("privacy.register.list")}>
      <p className={css.lead}>{t("privacy.register.lead")}</p>
      <div className={css.head}>
        <Button icon={<PlusOutlined />} onClick={() => setOpen(EMPTY)}>
          {t("privacy.register.add")}
        </Button>
        <Button icon={<DownloadOutlined />} href="/api/admin/privacy/register.xlsx" download>
          {t("privacy.register.export")}
        </Button>
      </div>
      <ProblemNote problem={error} />
      {isPending && <RowSkeletons label={t("privacy.loading")} />}
      <ul className={css.rows}>
        {data?.map((line) => (
          <LineRow key={line.id ?? line.entry.activity} line={line} onOpen={() => setOpen(line)} />
        ))}
      </ul>
      {open && <LineDialog line={open} onClose={() => setOpen(null)} />}
    </section>
  );
}

function LineRow({ line, onOpen }: { line: RegisterLine; onOpen: () => void }) {
  const { t } = useText();
  const remove = useDeleteLine();
  const { id, entry } = line;
  const name = entry.activity;
  return (
    <li className={css.row}>
      <span className={css.words}>
        <span className={css.name}>{name}</span>
      </span>
      {id === null ? (
        <StateTag tone="quiet">{t("privacy.register.generated")}</StateTag>
      ) : (
        <span className={css.acts}>
          <Button size="small" aria-label={t("privacy.register.editOf", { name })} onClick={onOpen}>
            {t("privacy.register.edit")}
          </Button>
          <Popconfirm
            title={t("privacy.register.removeAsk")}
            okText={t("privacy.register.remove")}
            cancelText={t("privacy.cancel")}
            onConfirm={() => follow(remove.mutateAsync(id), {})}
          >
            <Button size="small" danger aria-label={t("privacy.register.removeOf", { name })}>
              {t("privacy.register.remove")}
            </Button>
          </Popconfirm>
        </span>
      )}
      <ProblemNote problem={remove.error} />
      <dl className={css.terms}>
        {SHOWN.filter((field) => entry[field] !== "").map((field) => (
          <Term key={field} term={t(`privacy.register.${field}`)} text={entry[field]} />
        ))}
      </dl>
    </li>
  );
}

function Term({ term, text }: { term: string; text: string }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{text}</dd>
    </>
  );
}
