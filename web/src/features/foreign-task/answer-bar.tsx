import { ExportOutlined } from "@ant-design/icons";
import { Button, Input } from "antd";
import { useState } from "react";
import type { ForeignTaskHead } from "@/api/foreign-tasks";
import { useText } from "@/lib/i18n";
import own from "./foreign-task.module.css";
import { useAnswer } from "./use-foreign-tasks";

const TEXT_MOST = 500;

/** The answers of the system and the way to it. */
export function AnswerBar({ task }: { task: ForeignTaskHead }) {
  const { t } = useText();
  const { send, busy } = useAnswer(task.id);
  const [text, setText] = useState("");
  const answers = task.state === "OPEN" ? task.answers : [];
  if (answers.length === 0 && !task.link) return null;
  return (
    <footer className={own.bar}>
      {answers.length > 0 && (
        <Input
          className={own.note}
          maxLength={TEXT_MOST}
          aria-label={t("foreign.answer.text")}
          placeholder={t("foreign.answer.text")}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      <div className={own.buttons}>
        {task.link && <OpenLink task={task} primary={task.state === "OPEN" && answers.length === 0} />}
        {[...answers].reverse().map(({ key, label }, index) => (
          <Button
            key={key}
            type={index === answers.length - 1 ? "primary" : "default"}
            loading={busy === key}
            disabled={busy !== null && busy !== key}
            onClick={() => send({ answer: key, version: task.version, text: text.trim() || null })}
          >
            {label}
          </Button>
        ))}
      </div>
    </footer>
  );
}

function OpenLink({ task, primary }: { task: ForeignTaskHead; primary: boolean }) {
  const { t } = useText();
  return (
    <Button
      className={own.link}
      href={task.link ?? undefined}
      target="_blank"
      rel="noopener noreferrer"
      type={primary ? "primary" : "default"}
      icon={<ExportOutlined />}
    >
      {t("foreign.open", { system: task.system.name })}
    </Button>
  );
}
