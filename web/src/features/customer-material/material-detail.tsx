import { useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";
import { Button, Modal } from "antd";
import { api } from "@/api/http";
import type { Material, MaterialSend } from "@/api/material-types";
import { saveFrom } from "@/lib/file-addresses";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { absolute, dayAndClock } from "@/lib/times";
import { MoreButton } from "@/ui/more-button";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import css from "./material.module.css";
import { pictureOf } from "./material-icon";
import { MaterialNumbers } from "./material-row";
import { materialQuery, sendsQuery } from "./use-materials";

/** One material whole, and for links and articles who opened it. */
export function MaterialDetail({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useText();
  const { data, error, isPending } = useQuery(materialQuery(id));
  return (
    <Modal open footer={null} title={data?.title ?? t("material.library.title")} onCancel={onClose}>
      {!data && <ProblemNote problem={error} />}
      {isPending && <RowSkeletons count={4} label={t("material.loading")} />}
      {data && <Content material={data} />}
      {data && (data.kind === "LINK" || data.kind === "ARTICLE") && <Radar material={data} />}
    </Modal>
  );
}

function Content({ material }: { material: Material }) {
  const { t } = useText();
  const { file } = material;
  const open = useMutation({ mutationFn: () => api.post<{ url: string }>(`/api/materials/${material.id}/ticket`) });
  const save = () => follow(open.mutateAsync(), { onSuccess: ({ url }) => saveFrom(url) });
  return (
    <div className={css.detail}>
      {file?.thumbnail && <img className={css.large} src={pictureOf(material)} alt={material.title} />}
      {material.text !== "" && <p className={css.text}>{material.text}</p>}
      {material.url !== "" && (
        <a href={material.url} target="_blank" rel="noopener noreferrer">
          {material.url}
        </a>
      )}
      {material.kind === "FILE" && file && (
        <Button loading={open.isPending} onClick={save}>
          {file.name}
        </Button>
      )}
      <ProblemNote problem={open.error} />
      <MaterialNumbers material={material} />
      {material.uses === 0 && <p className={css.small}>{t("material.library.unused")}</p>}
    </div>
  );
}

function Radar({ material }: { material: Material }) {
  const { t } = useText();
  const pages = useInfiniteQuery(sendsQuery(material.id));
  const sends = pages.data?.pages.flatMap((page) => page.items) ?? [];
  if (sends.length === 0) return null;
  return (
    <section className={css.detail} aria-labelledby="radar">
      <h3 id="radar" className={css.heading}>
        {t("material.radar.title")}
      </h3>
      <ul className={css.stack}>
        {sends.map((send) => (
          <SendLine key={send.id} send={send} />
        ))}
      </ul>
      <MoreButton pages={pages} />
    </section>
  );
}

function SendLine({ send }: { send: MaterialSend }) {
  const { t, locale } = useText();
  const names = [...new Set(send.customers.map(({ customer }) => customer?.name ?? t("material.radar.somebody")))];
  return (
    <li className={css.send}>
      <span title={absolute(send.sentAt)}>
        {t("material.radar.sent", { name: send.sender.name, time: dayAndClock(send.sentAt, locale) })}
      </span>
      <span className={css.small}>
        {send.opens === 0
          ? t("material.radar.unopened")
          : t("material.radar.opened", {
              names: names.join(t("material.comma")),
              count: send.opens,
              seconds: send.seconds,
            })}
      </span>
    </li>
  );
}
