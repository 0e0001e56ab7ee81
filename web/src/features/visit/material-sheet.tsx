import { useEffect, useState } from "react";
import type { VisitMaterial } from "@/api/visit-types";
import css from "./goods.module.css";
import { useGoodsWords } from "./goods-words";
import { guestApi } from "./guest-api";
import { Sheet } from "./sheet";

const TELL_MS = 10_000;
const SECONDS_MAX = 3_600;

/** A link or an article, opened; whoever sent it sees how long it stays open. */
export function MaterialSheet({ send, title, onClose }: { send: number; title: string; onClose: () => void }) {
  const { t } = useGoodsWords();
  const [material, setMaterial] = useState<VisitMaterial | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    guestApi.post<VisitMaterial>(`/api/visit/materials/${send}/opens`).then(setMaterial, () => setFailed(true));
  }, [send]);
  useReadTime(send, material?.openId ?? 0);
  return (
    <Sheet title={title} onClose={onClose}>
      {failed && <p role="alert">{t("goneMaterial")}</p>}
      {!failed && !material && <p role="status">{t("loading")}</p>}
      {material?.cover && <Cover send={send} />}
      {material && material.text !== "" && <p className={css.text}>{material.text}</p>}
      {material && material.url !== "" && (
        <a className={css.linkButton} data-primary href={material.url} target="_blank" rel="noopener noreferrer">
          {t("open", { host: hostOf(material.url) })}
        </a>
      )}
    </Sheet>
  );
}

/** Where a link leads stands on its button. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

/** Counts while the page is looked at. */
function useReadTime(send: number, openId: number) {
  useEffect(() => {
    if (openId === 0) return;
    let seconds = 0;
    const tell = () => {
      const body = { seconds: Math.min(SECONDS_MAX, seconds) };
      guestApi.put(`/api/visit/materials/${send}/opens/${openId}`, body).catch(() => undefined);
    };
    const count = setInterval(() => {
      if (document.visibilityState === "visible") seconds++;
    }, 1_000);
    const now = setInterval(tell, TELL_MS);
    return () => {
      clearInterval(count);
      clearInterval(now);
      tell();
    };
  }, [send, openId]);
}

/** The picture asks for the guest's token, which an address cannot carry. */
function Cover({ send }: { send: number }) {
  const [src, setSrc] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let gone = false;
    guestApi.blob(`/api/visit/materials/${send}/cover`).then(
      (blob) => {
        if (gone) return;
        made = URL.createObjectURL(blob);
        setSrc(made);
      },
      () => undefined, // an article is good without it
    );
    return () => {
      gone = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [send]);
  return src && <img className={css.articleCover} src={src} alt="" />;
}
