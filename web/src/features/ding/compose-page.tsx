import { ArrowLeftOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useRouter } from "@tanstack/react-router";
import { Input } from "antd";
import { useState } from "react";
import type { DingOptions } from "@/api/ding-types";
import { useText } from "@/lib/i18n";
import { randomKey } from "@/lib/keys";
import { IconButton } from "@/ui/icon-button";
import { LeaveGuard } from "@/ui/leave-guard";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import css from "./compose.module.css";
import { bodyOf, type Draft, type DraftFlaw, emptyDraft, flawsOf } from "./draft";
import { EstimateCard } from "./estimate-card";
import { FilesField } from "./files-field";
import { LadderField } from "./ladder-field";
import { RecipientsField } from "./recipients-field";
import { SendBar } from "./send-bar";
import { optionsQuery } from "./use-dings";
import { type ComposeSource, type Seed, useSeed } from "./use-seed";
import { WhenField } from "./when-field";

const TEXT_MAX = 2_000;

/** Writing a new DING, from nothing or from a conversation. */
export function ComposePage({ source }: { source: ComposeSource }) {
  const { t } = useText();
  const router = useRouter();
  const seed = useSeed(source);
  const options = useQuery(optionsQuery);
  return (
    <div className={css.page}>
      <div className={css.column}>
        <header className={css.head}>
          <IconButton
            icon={<ArrowLeftOutlined />}
            label={t("ding.detail.back")}
            onClick={() => router.history.back()}
          />
          <div>
            <h1 className={css.title}>{t("ding.compose.title")}</h1>
            <p className={css.lead}>{t("ding.compose.lead")}</p>
          </div>
        </header>
        <ProblemNote problem={seed.error ?? options.error} />
        {(seed.isPending || options.isPending) && !seed.error && !options.error && (
          <RowSkeletons count={5} label={t("ui.loading")} />
        )}
        {seed.data && options.data && (
          <ComposeForm seed={seed.data} options={options.data} fromChat={source.conversation !== undefined} />
        )}
      </div>
    </div>
  );
}

interface FormProps {
  seed: Seed;
  options: DingOptions;
  fromChat: boolean;
}

function ComposeForm({ seed, options, fromChat }: FormProps) {
  const { t } = useText();
  const navigate = useNavigate();
  const [key] = useState(randomKey);
  const [first] = useState(() => ({ ...emptyDraft(seed.chosen, new Date()), text: seed.text }));
  const [draft, setDraft] = useState<Draft>(first);
  const [tried, setTried] = useState(false);
  const change = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }));
  const flaws = flawsOf(draft, new Date());
  const source = fromChat ? "CHAT" : "WORKBENCH";
  const hard = flaws.filter((flaw) => flaw !== "reason");
  const estimated = hard.length === 0 ? bodyOf(draft, "estimate", source) : null;
  return (
    <div className={css.form}>
      <LeaveGuard dirty={draft !== first} />
      <div className={css.fields}>
        <Part name="recipients" flaw={tried && flaws.includes("recipients") ? "recipients" : null}>
          <RecipientsField
            chosen={draft.chosen}
            most={options.recipientsMax}
            onChange={(chosen) => change({ chosen })}
          />
        </Part>
        <Part name="text" flaw={tried && flaws.includes("text") ? "text" : null}>
          <Input.TextArea
            autoFocus
            autoSize={{ minRows: 3, maxRows: 10 }}
            showCount
            maxLength={TEXT_MAX}
            aria-label={t("ding.compose.text")}
            placeholder={t("ding.compose.textPlaceholder")}
            value={draft.text}
            onChange={(event) => change({ text: event.target.value })}
          />
          {seed.found !== null && (
            <p className={css.help}>{t(seed.found ? "ding.compose.message" : "ding.compose.noMessage")}</p>
          )}
          <FilesField attachment={draft.attachment} recording={draft.recording} onChange={change} />
        </Part>
        <Part name="ladder" flaw={tried && flaws.includes("ladder") ? "ladder" : null}>
          <LadderField
            preset={draft.preset}
            steps={draft.steps}
            options={options}
            onChange={(preset, steps) => change({ preset, steps })}
          />
        </Part>
        <Part name="when" flaw={tried ? (flaws.find((flaw) => flaw === "time" || flaw === "weekdays") ?? null) : null}>
          <WhenField draft={draft} onChange={change} />
        </Part>
      </div>
      <aside className={css.side}>
        <EstimateCard draft={draft} body={estimated} onChange={change} />
        {tried && flaws.includes("reason") && <Flaw flaw="reason" />}
        <SendBar
          draft={draft}
          body={bodyOf(draft, key, source)}
          ready={flaws.length === 0}
          onTry={() => setTried(true)}
          // It is sent: there is nothing that the guard could save.
          onDone={(address) => void navigate({ href: address, replace: true, ignoreBlocker: true })}
        />
      </aside>
    </div>
  );
}

interface PartProps {
  name: "recipients" | "text" | "ladder" | "when";
  flaw: DraftFlaw | null;
  children: React.ReactNode;
}

function Part({ name, flaw, children }: PartProps) {
  const { t } = useText();
  return (
    <section className={css.part} aria-label={t(`ding.compose.${name}`)}>
      <h2 className={css.label}>{t(`ding.compose.${name}`)}</h2>
      {children}
      {flaw && <Flaw flaw={flaw} />}
    </section>
  );
}

function Flaw({ flaw }: { flaw: DraftFlaw }) {
  const { t } = useText();
  return (
    <p className={css.flaw} role="alert">
      {t(`ding.compose.flaws.${flaw}`)}
    </p>
  );
}
