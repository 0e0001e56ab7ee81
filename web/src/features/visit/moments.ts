import { useEffect, useState } from "react";
import type { Page, StoredFile } from "@/api/types";
import { inlineUrl } from "@/lib/file-addresses";
import { guestApi } from "./guest-api";

/** The shapes of docs/moment-http.md, for customers. */
export interface VisitComment {
  id: number;
  by: "ME" | "STAFF" | "CUSTOMER";
  name: string;
  text: string;
  at: string;
}

export interface VisitMoment {
  id: number;
  author: { id: number; name: string };
  text: string;
  files: StoredFile[];
  video: boolean;
  link: { url: string; title: string } | null;
  at: string;
  /** The author serves him now: he may like and comment. */
  open: boolean;
  liked: boolean;
  likes: number;
  likers: string[];
  comments: VisitComment[];
  moreComments: boolean;
}

const PATH = "/api/visit/moments";

export const feedPage = (after: string | null) => guestApi.get<Page<VisitMoment>>(PATH, { after });
export const commentPage = (id: number, after: string | null) =>
  guestApi.get<Page<VisitComment>>(`${PATH}/${id}/comments`, { after });
export const looked = () => guestApi.post(`${PATH}/looked`);
export const setLike = (id: number, liked: boolean) =>
  liked ? guestApi.put(`${PATH}/${id}/like`) : guestApi.delete(`${PATH}/${id}/like`);
export const addComment = (id: number, text: string, key: string) =>
  guestApi.post<VisitComment>(`${PATH}/${id}/comments`, { text, key });
export const deleteComment = (id: number) => guestApi.delete(`${PATH}/comments/${id}`);

const filePath = (moment: number, file: number) => `${PATH}/${moment}/files/${file}`;
const previews = new Map<string, Promise<string>>();

/** The preview asks for the guest's token, which an address cannot carry: it is fetched and shown from memory. */
function preview(moment: number, file: number): Promise<string> {
  const path = filePath(moment, file);
  const before = previews.get(path);
  if (before) return before;
  const coming = guestApi.blob(`${path}/thumbnail`).then((blob) => URL.createObjectURL(blob));
  previews.set(path, coming);
  coming.catch(() => previews.delete(path));
  return coming;
}

/** An address that is good for ten minutes. */
export async function fileUrl(moment: number, file: number): Promise<string> {
  return inlineUrl((await guestApi.post<{ url: string }>(filePath(moment, file))).url);
}

export function usePreview(moment: number, file: StoredFile): string | undefined {
  const [src, setSrc] = useState<string>();
  const { id, thumbnail } = file;
  useEffect(() => {
    if (!thumbnail) return;
    let gone = false;
    preview(moment, id).then(
      (url) => gone || setSrc(url),
      () => undefined, // the grey field stays; a press asks for the whole picture
    );
    return () => {
      gone = true;
    };
  }, [moment, id, thumbnail]);
  return src;
}

const SEEN_MS = 1_000;
const BATCH_MS = 2_000;
const told = new Set<number>();
const waiting = new Set<number>();
let batch: ReturnType<typeof setTimeout> | undefined;

/** Stood before the eyes for a second: told in batches, once while the page is open. */
export function watchSeen(id: number, element: Element): () => void {
  if (told.has(id)) return () => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new IntersectionObserver(
    ([entry]) => {
      clearTimeout(timer);
      if (entry?.isIntersecting) timer = setTimeout(() => saw(id), SEEN_MS);
    },
    { threshold: 0.3 },
  );
  observer.observe(element);
  return () => {
    clearTimeout(timer);
    observer.disconnect();
  };
}

function saw(id: number) {
  if (told.has(id)) return;
  told.add(id);
  waiting.add(id);
  if (batch !== undefined) return;
  batch = setTimeout(() => {
    batch = undefined;
    const moments = [...waiting].slice(0, 50);
    waiting.clear();
    guestApi.post(`${PATH}/seen`, { moments }).catch(() => {
      for (const each of moments) told.delete(each); // offline: it counts the next time
    });
  }, BATCH_MS);
}
