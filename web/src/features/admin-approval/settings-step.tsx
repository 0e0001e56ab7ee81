import { Switch } from "antd";
import { useId } from "react";
import type { TemplateBody, TemplateSettings } from "@/api/approval-template-types";
import { useText } from "@/lib/i18n";
import css from "./templates.module.css";

const SWITCHES = ["revocable", "undoable", "reasonRequired", "signatureRequired"] as const;

interface Props {
  draft: TemplateBody;
  change: (changes: Partial<TemplateBody>) => void;
}

/** What holds for the whole template. */
export function SettingsStep({ draft, change }: Props) {
  const { t } = useText();
  const id = useId();
  const set = (changes: Partial<TemplateSettings>) => change({ settings: { ...draft.settings, ...changes } });
  return (
    <div className={css.form}>
      {SWITCHES.map((name) => (
        <div key={name} className={css.switchLine}>
          <span className={css.words}>
            <label className={css.label} htmlFor={`${id}-${name}`}>
              {t(`approvalDesign.settings.${name}`)}
            </label>
            <span className={css.quiet}>{t(`approvalDesign.settings.${name}Help`)}</span>
          </span>
          <Switch id={`${id}-${name}`} checked={draft.settings[name]} onChange={(on) => set({ [name]: on })} />
        </div>
      ))}
    </div>
  );
}
