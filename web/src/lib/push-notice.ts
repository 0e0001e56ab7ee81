/** What a push carries, as the server's PushCarrier writes it. */
export interface PushNotice {
  title: string;
  body: string;
  link: string | null;
  tag: string;
  /** A message: a later one replaces it, and it says nothing that an open page does not show. Else it waits to be seen. */
  passing: boolean;
}

const UNKNOWN: PushNotice = { title: "桥 Qiao", body: "", link: null, tag: "notice", passing: false };

/** Browsers demand that every push is shown, so one that cannot be read is shown without words. */
export function readNotice(text: string | null | undefined): PushNotice {
  try {
    const data = JSON.parse(text ?? "") as Partial<PushNotice> | null;
    return {
      title: wordsOr(data?.title, UNKNOWN.title),
      body: wordsOr(data?.body, ""),
      link: typeof data?.link === "string" ? data.link : null,
      tag: wordsOr(data?.tag, UNKNOWN.tag),
      passing: data?.passing === true,
    };
  } catch {
    return UNKNOWN;
  }
}

function wordsOr(value: unknown, otherwise: string): string {
  return typeof value === "string" && value !== "" ? value : otherwise;
}

/** Whether messages are shown there: the administration, customers' pages and the page behind a DING's link show none. */
export function isChat(url: string): boolean {
  return !/^\/(?:admin|ding|files|api|v|g)(?:\/|$)/.test(new URL(url).pathname);
}

/** Where a click leads: a page, never a script; the start when there is none. */
export function targetOf(link: string | null, origin: string): string {
  try {
    const url = new URL(link ?? "/", origin);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : `${origin}/`;
  } catch {
    return `${origin}/`;
  }
}
