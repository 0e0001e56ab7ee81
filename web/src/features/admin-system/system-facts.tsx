import { useText } from "@/lib/i18n";
import { fileSize } from "@/lib/sizes";
import { absolute } from "@/lib/times";
import css from "./system-page.module.css";
import type { System } from "./use-system";

type Row = [name: string, value: string];

/** Versions, sizes and what promises that a message is on disk. */
export function SystemFacts({ system: { facts, totals } }: { system: System }) {
  const { t, locale } = useText();
  const number = (value: number) => value.toLocaleString(locale);
  const disk: Row[] = [
    [t("admin.system.databaseSize"), fileSize(facts.databaseBytes)],
    [t("admin.system.fileSize"), fileSize(facts.fileBytes)],
    [t("admin.system.freeSize"), fileSize(facts.freeBytes)],
    [t("admin.system.lastBackup"), facts.lastBackup ? absolute(facts.lastBackup) : t("admin.system.noBackup")],
  ];
  const program: Row[] = [
    [t("admin.system.version"), facts.version],
    [t("admin.system.startedAt"), absolute(facts.startedAt)],
    [t("admin.system.java"), facts.java],
    [t("admin.system.postgres"), facts.postgres],
    [t("admin.system.cores"), number(facts.cores)],
    [t("admin.system.maxHeap"), fileSize(facts.maxHeapBytes)],
    [t("admin.system.era"), number(facts.era)],
    [t("admin.system.jobs"), t("admin.system.jobsText", { due: facts.dueJobs, failing: facts.failingJobs })],
  ];
  const names = ["refused", "busy", "slow", "behind", "resumed", "badFrames", "repeats"] as const;
  const counts = names.map((name): Row => [t(`admin.system.total.${name}`), number(totals[name])]);
  return (
    <div className={css.facts}>
      <Facts title={t("admin.system.disk")} rows={disk} />
      <Facts title={t("admin.system.program")} rows={program} />
      <Facts title={t("admin.system.durability")} rows={Object.entries(facts.durability).sort()} code />
      <Facts title={t("admin.system.totals")} rows={counts} />
    </div>
  );
}

function Facts({ title, rows, code = false }: { title: string; rows: Row[]; code?: boolean }) {
  return (
    <section className={css.card} aria-label={title}>
      <h2 className={css.cardTitle}>{title}</h2>
      <dl className={css.list}>
        {rows.map(([name, value]) => (
          <div key={name} className={css.row}>
            <dt>{code ? <code>{name}</code> : name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
