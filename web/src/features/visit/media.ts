import { useEffect, useState } from "react";
import { guestApi } from "./guest-api";

/** Files ask for the guest's token, which an address cannot carry: they are fetched and shown from memory. */
const fetched = new Map<string, Promise<string>>();

const entryPath = (conversation: number, seq: number) => `/api/visit/conversations/${conversation}/entries/${seq}`;

export type Part = "thumbnail" | "file";

function address(conversation: number, seq: number, part: Part): Promise<string> {
  const path = `${entryPath(conversation, seq)}/${part}`;
  let coming = fetched.get(path);
  if (!coming) {
    coming = guestApi.blob(path).then((blob) => URL.createObjectURL(blob));
    coming.catch(() => fetched.delete(path));
    fetched.set(path, coming);
  }
  return coming;
}

/** An address of the bytes in this page's memory; null until they are here. */
export function useMedia(
  conversation: number,
  seq: number,
  part: Part | null,
): { src: string | null; failed: boolean } {
  const [state, setState] = useState<{ src: string | null; failed: boolean }>({ src: null, failed: false });
  useEffect(() => {
    if (part === null) return;
    let gone = false;
    address(conversation, seq, part).then(
      (src) => gone || setState({ src, failed: false }),
      () => gone || setState({ src: null, failed: true }),
    );
    return () => {
      gone = true;
    };
  }, [conversation, seq, part]);
  return state;
}

/** Saves a file under its name. */
export async function save(conversation: number, seq: number, name: string) {
  const link = document.createElement("a");
  link.href = await address(conversation, seq, "file");
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
}
