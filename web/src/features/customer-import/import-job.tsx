import { DownloadOutlined } from "@ant-design/icons";
import { Alert, App, Button, Progress, Radio } from "antd";
import { useState } from "react";
import type { CustomerImport, CustomerImportKnown } from "@/api/crm-types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { NumberTiles } from "@/ui/number-tiles";
import { ProblemNote } from "@/ui/problem-note";
import { StateTag } from "@/ui/state-tag";
import css from "./import.module.css";
import { ImportRows } from "./import-rows";
import { JOB_TONES, progressOf } from "./import-state";
import { resultHref, useCancel, useStart } from "./use-import";

/** One file: what it says, what is decided, how far it is and what came of it. */
export function ImportJob({ job }: { job: CustomerImport }) {
  const { t } = useText();
  const { name, state, rows, ready, matched, bad, made, completed, skipped, failed, ignored } = job;
  const before = [
    { name: t("crm.import.rows"), value: rows },
    { name: t("crm.import.ready"), value: ready },
    { name: t("crm.import.matched"), value: matched },
    { name: t("crm.import.bad"), value: bad },
  ];
  const after = [
    { name: t("crm.import.made"), value: made },
    { name: t("crm.import.completed"), value: completed },
    { name: t("crm.import.skipped"), value: skipped },
    { name: t("crm.import.failed"), value: failed },
  ];
  return (
    <div className={css.stack}>
      <div className={css.inline}>
        <h2 className={css.title}>{name}</h2>
        <StateTag tone={JOB_TONES[state]}>{t(`crm.import.states.${state}`)}</StateTag>
      </div>
      <NumberTiles tiles={state === "CHECKED" ? before : after} />
      {ignored.length > 0 && (
        <Alert type="info" showIcon title={t("crm.import.ignored", { names: ignored.join(t("crm.comma")) })} />
      )}
      {state === "CHECKED" && <Decision job={job} />}
      {state === "RUNNING" && <Running job={job} />}
      {(state === "DONE" || state === "CANCELLED") && (
        <div className={css.inline}>
          <Button icon={<DownloadOutlined />} href={resultHref(job.id)} download>
            {t("crm.import.result")}
          </Button>
          <span className={css.quiet}>{t("crm.import.resultHelp")}</span>
        </div>
      )}
      <ImportRows job={job} />
    </div>
  );
}

function Decision({ job }: { job: CustomerImport }) {
  const { t } = useText();
  const start = useStart(job.id);
  const [known, setKnown] = useState<CustomerImportKnown>("SKIP");
  const count = job.ready + (known === "COMPLETE" ? job.matched : 0);
  return (
    <section className={css.card} aria-label={t("crm.import.decide")}>
      {job.matched > 0 && (
        <fieldset className={css.choice}>
          <legend>{t("crm.import.matchedWhat", { count: job.matched })}</legend>
          <Radio.Group vertical value={known} onChange={(event) => setKnown(event.target.value)}>
            <Radio value="SKIP">{t("crm.import.skip")}</Radio>
            <Radio value="COMPLETE">{t("crm.import.complete")}</Radio>
          </Radio.Group>
        </fieldset>
      )}
      {job.bad > 0 && <p className={css.quiet}>{t("crm.import.badHelp", { count: job.bad })}</p>}
      <ProblemNote problem={start.error} />
      <div className={css.inline}>
        <Button
          type="primary"
          disabled={count === 0}
          loading={start.isPending}
          onClick={() => follow(start.mutateAsync(known), {})}
        >
          {t("crm.import.start", { count })}
        </Button>
        <Cancel id={job.id} label={t("crm.import.dismiss")} />
      </div>
    </section>
  );
}

function Running({ job }: { job: CustomerImport }) {
  const { t } = useText();
  const { all, done, percent } = progressOf(job);
  return (
    <section className={css.card} role="status">
      <Progress percent={percent} status="active" aria-label={t("crm.import.running")} />
      <p className="tabular">{t("crm.import.doneOf", { done, all })}</p>
      <p className={css.quiet}>{t("crm.import.leave")}</p>
      <Cancel id={job.id} label={t("crm.import.stop")} ask />
    </section>
  );
}

function Cancel({ id, label, ask = false }: { id: number; label: string; ask?: boolean }) {
  const { t } = useText();
  const { modal } = App.useApp();
  const cancel = useCancel(id);
  const run = () => cancel.mutateAsync(undefined).catch(() => undefined); // shown below
  const click = () =>
    ask
      ? modal.confirm({
          title: label,
          content: t("crm.import.stopText"),
          okText: label,
          cancelText: t("form.cancel"),
          onOk: run,
        })
      : void run();
  return (
    <>
      <Button loading={cancel.isPending} onClick={click}>
        {label}
      </Button>
      <ProblemNote problem={cancel.error} />
    </>
  );
}
