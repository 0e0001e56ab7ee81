import { Modal } from "antd";
import { useText } from "@/lib/i18n";
import css from "./shell.module.css";

const APPLE = /Mac|iPhone|iPad/.test(navigator.userAgent);

const SHORTCUTS = [
  { keys: [APPLE ? "⌘" : "Ctrl", "K"], name: "search" },
  { keys: ["?"], name: "help" },
  { keys: ["Enter"], name: "send" },
  { keys: ["Shift", "Enter"], name: "newline" },
  { keys: ["@"], name: "mention" },
  { keys: ["↑", "↓"], name: "walk" },
  { keys: ["Shift", "F10"], name: "menu" },
  { keys: ["A"], name: "agree" },
  { keys: ["R"], name: "refuse" },
  { keys: ["Esc"], name: "close" },
] as const;

/** What the keyboard can do, on "?". */
export function Shortcuts({ onClose }: { onClose: () => void }) {
  const { t } = useText();
  return (
    <Modal open footer={null} width={440} title={t("shell.shortcuts.title")} onCancel={onClose}>
      <dl className={css.shortcuts}>
        {SHORTCUTS.map(({ keys, name }) => (
          <div key={name} className={css.shortcut}>
            <dt>{t(`shell.shortcuts.${name}`)}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
