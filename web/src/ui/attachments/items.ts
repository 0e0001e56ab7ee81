import type { Attached, AttachedLink, AttachedView } from "@/api/attachment-types";
import type { Material, Product } from "@/api/material-types";
import type { StoredFile } from "@/api/types";
import { fileSize } from "@/lib/sizes";

export const ATTACHED_MOST = 9;

/** One thing behind a text as it is being written. */
export interface Item {
  body: Attached;
  title: string;
  about: string;
  /** Its picture; null: it has none, or it cannot be shown here. */
  picture: string | null;
  there: boolean;
}

/** By what an item is told from the others; the same cannot stand twice. */
export const keyOf = ({ body }: Item) =>
  body.kind === "LINK" ? `LINK ${JSON.stringify(body.link)}` : `${body.kind} ${body.id}`;

export function pictureOf({ kind, id, file }: AttachedView): string | null {
  if (!file?.thumbnail || id === null) return null;
  if (kind === "PRODUCT") return `/api/products/${id}/pictures/${file.id}`;
  return kind === "FILE" ? null : `/api/materials/${id}/picture?v=${file.id}`;
}

/** As they were saved; the server says what is known of each, in the same order. */
export function itemsOf(attachments: readonly Attached[], views: readonly AttachedView[]): Item[] {
  return attachments.flatMap((body, index) => {
    const view = views[index];
    return view ? [itemOf(body, view)] : [];
  });
}

function itemOf(body: Attached, view: AttachedView): Item {
  return {
    body,
    title: view.title,
    about: view.kind === "FILE" && view.file ? fileSize(view.file.size) : view.about,
    picture: pictureOf(view),
    there: view.there,
  };
}

/** What is sent to the server; those that are gone are left out, for they go nowhere. */
export const bodiesOf = (items: readonly Item[]): Attached[] =>
  items.filter(({ there }) => there).map(({ body }) => body);

export const fileItem = (file: StoredFile, picture: string | null): Item => ({
  body: { kind: "FILE", id: file.id },
  title: file.name,
  about: fileSize(file.size),
  picture,
  there: true,
});

export const linkItem = (link: AttachedLink, picture: string | null): Item => ({
  body: { kind: "LINK", link },
  title: link.title,
  about: link.about === "" ? link.url : link.about,
  picture,
  there: true,
});

export const productItem = (product: Product, price: string): Item => ({
  body: { kind: "PRODUCT", id: product.id },
  title: product.name,
  about: price,
  picture: product.pictures[0] ? `/api/products/${product.id}/pictures/${product.pictures[0].id}` : null,
  there: true,
});

export const materialItem = (material: Material): Item => ({
  body: { kind: "MATERIAL", id: material.id },
  title: material.title,
  about: material.text || material.url || material.file?.name || "",
  picture: material.file?.thumbnail ? `/api/materials/${material.id}/picture?v=${material.file.id}` : null,
  there: true,
});

/** With one more, or several: nothing twice, and not too many. */
export function withMore(items: readonly Item[], more: readonly Item[]): Item[] {
  const all = new Map([...items, ...more].map((item) => [keyOf(item), item]));
  return [...all.values()].slice(0, ATTACHED_MOST);
}

/** One place further to the front. */
export function moved(items: readonly Item[], index: number): Item[] {
  const next = [...items];
  const [item] = next.splice(index, 1);
  if (item) next.splice(Math.max(0, index - 1), 0, item);
  return next;
}

/** Whether a browser can open it: the server takes nothing else. */
export function isWebAddress(text: string): boolean {
  const url = text.trim();
  return /^https?:\/\//i.test(url) && URL.canParse(url) && !/\s/.test(url);
}
