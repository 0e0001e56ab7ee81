import { PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { App, Button, Collapse, Modal } from "antd";
import { useState } from "react";
import { useSession } from "@/api/session";
import type { HostKey } from "@/api/way-types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { dayAndClock } from "@/lib/times";
import { CopyButton } from "@/ui/copy-button";
import { ProblemNote } from "@/ui/problem-note";
import { StateTag } from "@/ui/state-tag";
import { hostKeysQuery, useCreateKey, useEndKey } from "./use-ways";
import css from "./way.module.css";

/** For people who write the host site's server. */
const sample = (org: number) => `import { createHmac } from "node:crypto";

const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
const now = Math.floor(Date.now() / 1000);
const open = part({ alg: "HS256", typ: "JWT" }) + "." + part({
  sub: user.id, aud: "qiao:${org}", exp: now + 300, name: user.name,
});
const jwt = open + "." + createHmac("sha256", SECRET).update(open).digest("base64url");`;

/** Secrets by which a host site says who its users are. */
export function KeysPart() {
  const { t } = useText();
  const { modal } = App.useApp();
  const { org } = useSession();
  const { data: keys = [], error } = useQuery(hostKeysQuery);
  const create = useCreateKey();
  const [made, setMade] = useState<HostKey | null>(null);
  const make = () => follow(create.mutateAsync(null), { onSuccess: setMade });
  const ask = () =>
    keys.length === 0
      ? make()
      : modal.confirm({
          title: t("way.keys.renew"),
          content: t("way.keys.renewText"),
          okText: t("way.keys.renew"),
          cancelText: t("form.cancel"),
          onOk: make,
        });
  return (
    <section className={css.card} aria-label={t("way.keys.title")}>
      <h2 className={css.title}>{t("way.keys.title")}</h2>
      <p className={css.small}>{t("way.keys.lead")}</p>
      <ProblemNote problem={error ?? create.error} />
      {keys.length > 0 && (
        <ul className={css.rows}>
          {keys.map((key) => (
            <KeyRow key={key.id} hostKey={key} />
          ))}
        </ul>
      )}
      <Button className={css.start} icon={<PlusOutlined />} loading={create.isPending} onClick={ask}>
        {t(keys.length === 0 ? "way.keys.create" : "way.keys.renew")}
      </Button>
      <Collapse
        items={[
          {
            key: "how",
            label: t("way.keys.how"),
            children: (
              <div className={css.stack}>
                <ol className={css.steps}>
                  {(["server", "page", "same"] as const).map((step) => (
                    <li key={step}>{t(`way.keys.steps.${step}`, { audience: `qiao:${org.id}` })}</li>
                  ))}
                </ol>
                <pre className={css.code}>
                  <code>{sample(org.id)}</code>
                </pre>
                <pre className={css.code}>
                  <code>QiaoWidget.identify(jwt);</code>
                </pre>
              </div>
            ),
          },
        ]}
      />
      {made !== null && <SecretDialog made={made} onClose={() => setMade(null)} />}
    </section>
  );
}

function KeyRow({ hostKey: { id, createdAt, endsAt } }: { hostKey: HostKey }) {
  const { t, locale } = useText();
  const { modal } = App.useApp();
  const end = useEndKey();
  const name = t("way.keys.name", { number: id });
  const ask = () =>
    modal.confirm({
      title: t("way.keys.removeTitle", { name }),
      content: t("way.keys.removeText"),
      okText: t("way.remove"),
      okButtonProps: { danger: true },
      cancelText: t("form.cancel"),
      onOk: () => end.mutateAsync(id).catch(() => undefined), // shown in the row
    });
  return (
    <li className={css.row}>
      <span className={css.words}>
        <strong>{name}</strong>
        <span className={css.small}>{t("way.keys.made", { date: dayAndClock(createdAt, locale) })}</span>
        <ProblemNote problem={end.error} />
      </span>
      <StateTag tone={endsAt === null ? "good" : "busy"}>
        {endsAt === null ? t("way.keys.inUse") : t("way.keys.until", { date: dayAndClock(endsAt, locale) })}
      </StateTag>
      <Button danger loading={end.isPending} aria-label={t("way.keys.removeOf", { name })} onClick={ask}>
        {t("way.remove")}
      </Button>
    </li>
  );
}

function SecretDialog({ made: { secret }, onClose }: { made: HostKey; onClose: () => void }) {
  const { t } = useText();
  return (
    <Modal
      open
      title={t("way.keys.once")}
      okText={t("way.keys.kept")}
      cancelButtonProps={{ hidden: true }}
      closable={false}
      mask={{ closable: false }}
      onOk={onClose}
    >
      <div className={css.stack}>
        <p>{t("way.keys.onceText")}</p>
        <pre className={css.code}>
          <code>{secret}</code>
        </pre>
        <CopyButton text={secret ?? ""} label={t("way.keys.copy")} />
      </div>
    </Modal>
  );
}
