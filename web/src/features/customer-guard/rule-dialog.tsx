import { Checkbox, Input, Modal, Radio } from "antd";
import { useState } from "react";
import type { GuardPattern, GuardRange, GuardRule } from "@/api/guard-types";
import { api } from "@/api/http";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { PersonPicker } from "@/ui/person-picker";
import { ProblemNote } from "@/ui/problem-note";
import css from "./guard.module.css";
import { RangeChoice } from "./range-choice";
import { useGuardChange } from "./use-guard";
import { WORDS_MAX, wordsOf } from "./words-of";

const PATTERNS: GuardPattern[] = ["PHONE", "EMAIL", "ID_CARD", "BANK_CARD", "LINK"];
const EVERYONE: GuardRange = { everyone: true, departments: [], roles: [], members: [], except: null };

const FRESH = {
  name: "",
  action: "WARN" as GuardRule["action"],
  patterns: [] as GuardPattern[],
  range: EVERYONE,
  staff: true,
  customers: false,
  people: [] as GuardRule["people"],
  enabled: true,
};

interface Props {
  /** null: a new one. */
  edited: GuardRule | null;
  onClose: () => void;
}

/** What a rule looks for, where, and what happens then. */
export function RuleDialog({ edited, onClose }: Props) {
  const { t } = useText();
  const [draft, setDraft] = useState(edited ?? FRESH);
  const [text, setText] = useState(edited?.words.join("\n") ?? "");
  const [people, setPeople] = useState(draft.people.map((person) => person.id));
  const words = wordsOf(text);
  const save = useGuardChange((body: unknown) =>
    edited ? api.put(`/api/customer-guard/rules/${edited.id}`, body) : api.post("/api/customer-guard/rules", body),
  );
  const submit = () =>
    follow(save.mutateAsync({ ...draft, words, people, version: edited?.version ?? null }), { onSuccess: onClose });
  const tooMany = words.length > WORDS_MAX;
  const empty = words.length === 0 && draft.patterns.length === 0;
  const aimless = !draft.staff && !draft.customers;
  return (
    <Modal
      open
      width={640}
      title={t(edited ? "guard.rules.edit" : "guard.rules.add")}
      okText={t("guard.rules.save")}
      cancelText={t("form.cancel")}
      okButtonProps={{ disabled: draft.name.trim() === "" || empty || aimless || tooMany, loading: save.isPending }}
      onOk={submit}
      onCancel={onClose}
    >
      <div className={css.form}>
        <div className={css.field}>
          <label htmlFor="guard-name">{t("guard.rules.name")}</label>
          <Input
            id="guard-name"
            maxLength={50}
            value={draft.name}
            onChange={({ target }) => setDraft({ ...draft, name: target.value })}
          />
        </div>
        <fieldset className={css.field}>
          <legend>{t("guard.rules.actionLabel")}</legend>
          <Radio.Group
            value={draft.action}
            onChange={({ target }) => setDraft({ ...draft, action: target.value === "BLOCK" ? "BLOCK" : "WARN" })}
            options={[
              { value: "WARN", label: t("guard.rules.warnText") },
              { value: "BLOCK", label: t("guard.rules.blockText") },
            ]}
          />
        </fieldset>
        <div className={css.field}>
          <label htmlFor="guard-words">{t("guard.rules.wordsLabel")}</label>
          <Input.TextArea
            id="guard-words"
            aria-describedby="guard-words-help"
            rows={5}
            status={tooMany ? "error" : undefined}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
          <span id="guard-words-help" className={css.small} role={tooMany ? "alert" : undefined}>
            {tooMany ? t("guard.rules.tooMany", { count: words.length }) : t("guard.rules.wordsHelp")}
          </span>
        </div>
        <fieldset className={css.field}>
          <legend>{t("guard.rules.patterns")}</legend>
          <Checkbox.Group
            className={css.choices}
            value={draft.patterns}
            options={PATTERNS.map((value) => ({ value, label: t(`guard.pattern.${value}`) }))}
            onChange={(patterns) => setDraft({ ...draft, patterns })}
          />
        </fieldset>
        <fieldset className={css.field}>
          <legend>{t("guard.rules.direction")}</legend>
          <div className={css.choices}>
            {(["staff", "customers"] as const).map((name) => (
              <Checkbox
                key={name}
                checked={draft[name]}
                onChange={({ target }) => setDraft({ ...draft, [name]: target.checked })}
              >
                {t(`guard.rules.${name}`)}
              </Checkbox>
            ))}
          </div>
        </fieldset>
        <RangeChoice
          label={t("guard.rules.range")}
          value={draft.range}
          onChange={(range) => setDraft({ ...draft, range })}
        />
        <div className={css.field}>
          <label htmlFor="guard-rule-people">{t("guard.rules.peopleLabel")}</label>
          <PersonPicker id="guard-rule-people" known={draft.people} value={people} onChange={setPeople} />
        </div>
        <Checkbox checked={draft.enabled} onChange={({ target }) => setDraft({ ...draft, enabled: target.checked })}>
          {t("guard.rules.enabled")}
        </Checkbox>
        <ProblemNote problem={save.error} />
      </div>
    </Modal>
  );
}
