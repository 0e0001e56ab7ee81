import { useRouter } from "@tanstack/react-router";
import { Button } from "antd";
import { type MouseEvent, type ReactNode, useId } from "react";
import type { CardSummary } from "@/api/types";
import { appName } from "@/lib/app-name";
import css from "./card-frame.module.css";

/** What the coloured edge says: in progress, it waits for the reader, a good end, a bad end, over without either. */
export type CardTone = "running" | "mine" | "good" | "bad" | "over";

export interface CardButton {
  label: string;
  primary?: boolean;
  danger?: boolean;
  busy?: boolean;
  disabled?: boolean;
  onClick: () => void;
}

interface Props {
  tone: CardTone;
  /** Which app it belongs to, in the reader's language. */
  app: string;
  title: string;
  /** Label and value; three are shown. */
  lines: readonly (readonly [string, string])[];
  /** The details, a place in this client. */
  link: string;
  /** Where it stands, in words: colour alone tells nobody anything. */
  status?: string;
  /** Two are shown. */
  buttons?: CardButton[];
  /** What a button has asked for, as a reason. */
  children?: ReactNode;
}

/** What a card said when it was sent: for whoever may not see more, and until more is known. */
export function FrozenCard({ card }: { card: CardSummary }) {
  return (
    <CardFrame
      tone="running"
      app={appName(card.type, card.type)}
      title={card.title}
      lines={card.lines}
      link={card.link}
    />
  );
}

const LINES = 3;
const BUTTONS = 2;

/** A card in a conversation: state, title, facts, what can be done at once. */
export function CardFrame({ tone, app, title, lines, link, status, buttons = [], children }: Props) {
  const router = useRouter();
  const id = useId();
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    void router.navigate({ href: link });
  };
  return (
    <section className={css.card} data-tone={tone} aria-labelledby={id}>
      <header className={css.head}>
        <span className={css.app}>{app}</span>
        {status && (
          <span className={css.status} role="status">
            {status}
          </span>
        )}
      </header>
      <a id={id} href={link} className={css.title} onClick={open}>
        {title}
      </a>
      {lines.length > 0 && (
        <dl className={css.lines}>
          {lines.slice(0, LINES).map(([label, value]) => (
            <div key={label} className={css.line}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {children}
      {buttons.length > 0 && (
        <footer className={css.buttons}>
          {buttons.slice(0, BUTTONS).map((button) => (
            <Button
              key={button.label}
              type={button.primary ? "primary" : "default"}
              danger={button.danger}
              loading={button.busy}
              disabled={button.disabled}
              onClick={button.onClick}
            >
              {button.label}
            </Button>
          ))}
        </footer>
      )}
    </section>
  );
}
